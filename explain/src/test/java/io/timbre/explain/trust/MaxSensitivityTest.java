package io.timbre.explain.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.ToyModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaxSensitivityTest {

    private static final float[] WEIGHTS = {1, -2, 3, 0.5f};
    private static final float[] INPUT = {1, -1, 1, -1};

    @Test
    void isZeroForTheGradientOfALinearModel() {
        assertThat(of(WEIGHTS, (model, inputs) -> model.logitGradients(inputs, 0)))
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void isAtMostTheRadiusForTheInputItself() {
        // the input deviates by 1 from its mean and has a length of 2; four cells change by at most 0.1, by 0.2 in all
        double sensitivity = of(INPUT, MaxSensitivityTest::itself);

        assertThat(sensitivity).isBetween(0.02, 0.1);
    }

    @Test
    void doesNotHangOnTheUnitOfTheMap() {
        double sensitivity = of(
                new float[] {1000, -1000, 1000, -1000},
                (model, inputs) -> inputs.stream()
                        .map(input -> new float[] {1000 * input[0], 1000 * input[1], 1000 * input[2], 1000 * input[3]})
                        .toArray(float[][]::new));

        assertThat(sensitivity).isCloseTo(of(INPUT, MaxSensitivityTest::itself), within(1e-6));
    }

    private static float[][] itself(ExplainedModel model, List<float[]> inputs) {
        return inputs.toArray(float[][]::new);
    }

    private static double of(float[] map, Attribution attribution) {
        try (var model = ToyModel.linear(new Shape(4), WEIGHTS, new float[4])) {
            return MaxSensitivity.of(model, INPUT, map, attribution, 1);
        }
    }
}
