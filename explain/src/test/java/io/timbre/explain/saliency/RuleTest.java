package io.timbre.explain.saliency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.ToyModel;
import io.timbre.explain.trust.Completeness;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final float[] WEIGHTS = {0.5f, -2, 3, 0, 1.5f, -0.25f};
    private static final float[] INPUT = {1, 2, -1, 4, 0.5f, 8};
    private static final float[] BASELINE = {0, 1, 1, 1, 0.5f, -2};
    /** What each weight makes of the way from the baseline: 0.5 (1 - 0), -2 (2 - 1), ... */
    private static final float[] CONTRIBUTIONS = {0.5f, -2, -6, 0, 0, -2.5f};

    @Test
    void theGradientOfALinearModelIsItsWeights() {
        assertThat(map(new Gradient())).containsExactly(WEIGHTS, within(1e-6f));
    }

    @Test
    void noiseDoesNotMoveTheGradientOfALinearModel() {
        assertThat(map(new SmoothGrad(16, 0.1))).containsExactly(WEIGHTS, within(1e-6f));
    }

    @Test
    void gradientTimesInputIsWhatALinearModelAddsUp() {
        assertThat(map(new GradientTimesInput())).containsExactly(CONTRIBUTIONS, within(1e-6f));
    }

    @Test
    void integratedGradientsAreWhatALinearModelAddsUp() {
        assertThat(map(new IntegratedGradients(32, 32))).containsExactly(CONTRIBUTIONS, within(1e-6f));
    }

    @Test
    void explainsTheClassThatItIsAskedFor() {
        try (var model = linear()) {
            assertThat(new Gradient().map(model, 0, INPUT, BASELINE)).containsOnly(0);
        }
    }

    @Test
    void integratesOverTheBendOfANetwork() {
        // from 0 to 3 the slope is 1 from x = 1 on, at the middles of 21 of 32 steps
        try (var model = bend()) {
            float[][] maps = {new IntegratedGradients(32, 32).map(model, 0, new float[] {3}, new float[1])};

            assertThat(maps[0]).containsExactly(new float[] {3 * 21 / 32f}, within(1e-6f));
            var completeness = Completeness.of(model, 0, List.of(new float[] {3}), new float[1], maps);
            assertThat(completeness.error()).isCloseTo(2 - 3 * 21 / 32.0, within(1e-6));
            assertThat(completeness.share()).isCloseTo((2 - 3 * 21 / 32.0) / 2, within(1e-6));
        }
    }

    @Test
    void takesSmallerStepsWhereTooMuchIsMissing() {
        // the gain is 2; of 2 steps one is beyond the bend and the sum 1.5, then 3 of 4, 5 of 8 and 11 of 16
        try (var model = bend()) {
            assertThat(new IntegratedGradients(2, 2).map(model, 0, new float[] {3}, new float[1]))
                    .containsExactly(new float[] {1.5f}, within(1e-6f));
            assertThat(new IntegratedGradients(2, 64).map(model, 0, new float[] {3}, new float[1]))
                    .containsExactly(new float[] {3 * 11 / 16f}, within(1e-6f));
        }
    }

    @Test
    void smoothsOverTheBendOfANetwork() {
        var network =
                new Network("bend", new Shape(2), List.of(new FullyConnected(1), new Relu(), new FullyConnected(2)));
        // logits (relu(x), 0) at 0: half of all noise is above, where the slope is 1
        try (var model = ToyModel.of(network, new float[] {1, 0}, new float[1], new float[] {1, 0}, new float[2])) {
            var map = new SmoothGrad(1000, 0.1).map(model, 0, new float[] {0, 1}, new float[2]);

            assertThat(map[0]).isCloseTo(0.5f, within(0.05f));
            assertThat(map).isEqualTo(new SmoothGrad(1000, 0.1).map(model, 0, new float[] {0, 1}, new float[2]));
        }
    }

    /** Logits (relu(x - 1), 0). */
    private static ExplainedModel bend() {
        var network =
                new Network("bend", new Shape(1), List.of(new FullyConnected(1), new Relu(), new FullyConnected(2)));
        return ToyModel.of(network, new float[] {1}, new float[] {-1}, new float[] {1, 0}, new float[2]);
    }

    private static float[] map(Rule rule) {
        try (var model = linear()) {
            return rule.map(model, 1, INPUT, BASELINE);
        }
    }

    private static ExplainedModel linear() {
        return ToyModel.linear(new Shape(1, 2, 3), new float[6], WEIGHTS);
    }
}
