package io.timbre.explain.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.subject.ToyModel;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HidingTest {

    private static final Shape FOUR = new Shape(4);
    private static final float[] INPUT = {1, 1, 1, 1};
    private static final float[] BASELINE = new float[4];

    @Test
    void measuresTheAreasUnderThePosteriorOfALinearModel() {
        // logits (4 a + 3 b + 2 c + d, 0), so that the first posterior is the sigmoid of what is left of 10
        try (var model = ToyModel.linear(FOUR, new float[] {4, 3, 2, 1}, new float[4])) {
            var hiding = new Hiding(model, 0, BASELINE, Patches.of(FOUR));

            assertThat(hiding.deletion(INPUT, 0, 1, 2, 3)).isCloseTo(area(10, 6, 3, 1, 0), within(1e-6));
            assertThat(hiding.insertion(INPUT, 0, 1, 2, 3)).isCloseTo(area(0, 4, 7, 9, 10), within(1e-6));
            assertThat(hiding.deletion(INPUT, 3, 2, 1, 0)).isCloseTo(area(10, 9, 7, 4, 0), within(1e-6));
        }
    }

    @Test
    void takesAboutTwentyStepsThroughALargeInput() {
        var shape = new Shape(100, 1);
        var ones = new float[100];
        Arrays.fill(ones, 1);
        var order = IntStream.range(0, 100).toArray();
        try (var model = ToyModel.linear(shape, ones, new float[100])) {
            var hiding = new Hiding(model, 0, new float[100], Patches.of(shape));

            var fives =
                    IntStream.rangeClosed(0, 20).mapToDouble(step -> 5 * step).toArray();
            assertThat(hiding.insertion(ones, order)).isCloseTo(area(fives), within(1e-6));
        }
    }

    /** By the trapezoidal rule over the sigmoids of logits at equal distances. */
    private static double area(double... logits) {
        double sum = 0;
        for (int i = 1; i < logits.length; i++) {
            sum += (sigmoid(logits[i - 1]) + sigmoid(logits[i])) / 2;
        }
        return sum / (logits.length - 1);
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
