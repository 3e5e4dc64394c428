package io.timbre.explain.trust;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.ToyModel;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Standardisation;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static final List<float[]> INPUTS = List.of(new float[] {1, 2, 3, 4, 5, 6}, new float[] {3, 4, 5, 6, 7, 8});

    @Test
    void isTheMeanOfTheTrainingDataWhereTheModelKnowsIt() {
        var network = new Network(
                "standardised",
                new Shape(1, 2, 3),
                List.of(new Standardisation(), new Flatten(), new FullyConnected(2)));
        try (var model = ToyModel.of(network, new float[] {10, 20}, new float[] {0.5f, 2})) {
            assertThat(Baseline.of(model, INPUTS)).containsExactly(10, 10, 10, 20, 20, 20);
            assertThat(model.network().activations(Baseline.of(model, INPUTS)).getFirst())
                    .containsOnly(0);
        }
    }

    @Test
    void isTheMeanOfEachBandOfTheTrackElse() {
        // bands (1 2 3, 3 4 5) and (4 5 6, 6 7 8)
        assertThat(of(new Shape(1, 2, 3))).containsExactly(3, 3, 3, 6, 6, 6);
    }

    @Test
    void isTheMeanPitchOfNotes() {
        // (1 + ... + 6 + 3 + ... + 8) / 12 = 54 / 12
        assertThat(of(new Shape(6, 1))).containsOnly(4.5f);
    }

    @Test
    void keepsTheColumnsOfASequenceApart() {
        // (1 3 5, 3 5 7) and (2 4 6, 4 6 8)
        assertThat(of(new Shape(3, 2))).containsExactly(4, 5, 4, 5, 4, 5);
    }

    private static float[] of(Shape shape) {
        try (ExplainedModel model = ToyModel.linear(shape, new float[6], new float[6])) {
            return Baseline.of(model, INPUTS);
        }
    }
}
