package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.engine.ComputeEngine;
import org.junit.jupiter.api.Test;

class ObjectiveTest {

    @Test
    void softmaxIsTheMeanOfTheLabelsNegativeLogPosterior() {
        // posteriors 1/4 and 3/4; the second row counts three times
        var objective = new Objective(Loss.SOFTMAX_CROSS_ENTROPY, 2, 2);
        float ln3 = (float) Math.log(3);
        assertThat(mean(objective, new float[] {0, ln3, 0, ln3}, new float[] {1, 0, 0, 3}, 4))
                .isCloseTo((Math.log(4) + 3 * Math.log(4 / 3.0)) / 4, within(1e-5));
        assertThat(objective.posteriors(new float[] {0, ln3}))
                .containsExactly(new float[] {0.25f, 0.75f}, within(1e-6f));
    }

    @Test
    void softmaxTwiceKeepsTheClassAndNeverCostsNothing() {
        var objective = new Objective(Loss.DOUBLE_SOFTMAX_CROSS_ENTROPY, 2, 2);
        // posteriors 1/4 and 3/4 taken for logits: e^(3/4) / (e^(1/4) + e^(3/4)) = 1 / (1 + e^(-1/2))
        float ln3 = (float) Math.log(3);
        assertThat(mean(objective, new float[] {0, ln3}, new float[] {0, 1}, 1))
                .isCloseTo(Math.log(1 + Math.exp(-0.5)), within(1e-5));
        float yes = (float) (1 / (1 + Math.exp(-0.5)));
        assertThat(objective.posteriors(new float[] {0, ln3}))
                .containsExactly(new float[] {1 - yes, yes}, within(1e-6f));
        // however sure: ln(1 + (2 - 1) / e)
        assertThat(mean(objective, new float[] {-50, 50}, new float[] {0, 1}, 1))
                .isCloseTo(Math.log(1 + 1 / Math.E), within(1e-5));
    }

    @Test
    void softmaxTwiceNeedsALogitAClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Objective(Loss.DOUBLE_SOFTMAX_CROSS_ENTROPY, 1, 2))
                .withMessage("DOUBLE_SOFTMAX_CROSS_ENTROPY must have a logit a class: had 1");
    }

    @Test
    void sigmoidJudgesEachLogitAndHidesWhatHasNoWeight() {
        var objective = new Objective(Loss.SIGMOID_CROSS_ENTROPY, 3, 3);
        float ln3 = (float) Math.log(3);
        // yes at 3/4, no at 1/4, hidden
        assertThat(mean(objective, new float[] {ln3, -ln3, 50}, new float[] {0, 1, 1, 0, 0, 0}, 2))
                .isCloseTo(Math.log(4 / 3.0), within(1e-5));
        assertThat(objective.posteriors(new float[] {ln3, -ln3, 0}))
                .containsExactly(new float[] {0.75f, 0.25f, 0.5f}, within(1e-6f));
    }

    @Test
    void sigmoidStaysFiniteFarOut() {
        var objective = new Objective(Loss.SIGMOID_CROSS_ENTROPY, 1, 2);
        assertThat(mean(objective, new float[] {-500}, new float[] {0, 1}, 1)).isCloseTo(500, within(1e-3));
        assertThat(objective.posteriors(new float[] {-500})).containsExactly(1, 0);
    }

    @Test
    void reluIsKerasClippedCrossEntropy() {
        var objective = new Objective(Loss.RELU_CROSS_ENTROPY, 1, 2);
        // -ln(2e-7) for a yes that was called no; nothing for a no; ln 2 half way
        assertThat(mean(objective, new float[] {-3}, new float[] {0, 1}, 1)).isCloseTo(15.4249, within(1e-3));
        assertThat(mean(objective, new float[] {-3}, new float[] {1, 0}, 1)).isCloseTo(0, within(1e-5));
        assertThat(mean(objective, new float[] {0.5f}, new float[] {1, 0}, 1)).isCloseTo(Math.log(2), within(1e-5));
        assertThat(objective.posteriors(new float[] {7})).containsExactly(new float[] {0, 1}, within(2e-7f));
    }

    private static double mean(Objective objective, float[] logits, float[] targets, double weight) {
        try (var manager = ComputeEngine.MXNET.engine().newBaseManager()) {
            int columns = objective.each() ? targets.length / 2 : 2;
            int rows = logits.length / columns;
            return objective
                    .mean(
                            manager.create(logits, new Shape(rows, columns)),
                            manager.create(targets, objective.targetShape(rows)),
                            weight)
                    .getFloat();
        }
    }
}
