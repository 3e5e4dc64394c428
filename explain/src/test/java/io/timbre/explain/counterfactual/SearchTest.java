package io.timbre.explain.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.counterfactual.Search.Pace;
import io.timbre.explain.subject.ToyModel;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On a linear model, of which the smallest change that flips the label is known. */
class SearchTest {

    private static final int CELLS = 12;
    private static final float[] WEIGHTS = gaussian(3);
    private static final float[] INPUT = againstWeights();

    /** As long as it takes, for as little as it takes. */
    private static final Pace SMALL_STEPS = new Pace(0.01, 100, 0, 1000);

    /** Changes as they come. */
    private static final Terrain PLAIN = new Terrain() {
        @Override
        public List<float[]> inputs(float[][] change) {
            var input = INPUT.clone();
            for (int i = 0; i < CELLS; i++) {
                input[i] += change[0][i];
            }
            return List.of(input);
        }

        @Override
        public float[][] slopes(float[][] change, List<float[]> inputs, float[][] slopes) {
            return slopes;
        }

        @Override
        public float[][] made(float[][] change) {
            return change;
        }
    };

    @Test
    void takesTheShortestWayToTheOtherSide() {
        // b - a is 2 w.x = -4 for x: the other side is 4 / |2 w| = 2 / |w| away, along w.
        try (var model = ToyModel.linear(new Shape(1, 3, 4), negative(WEIGHTS), WEIGHTS)) {
            var search = new Search(new Aim(model, 1), SMALL_STEPS, 1, CELLS);

            assertThat(search.run(PLAIN, change -> true, Progress.UNHEARD)).isTrue();

            var change = search.change()[0];
            double distance = norm(change);
            assertThat(dot(change, WEIGHTS) / distance / norm(WEIGHTS)).isCloseTo(1, within(1e-5));
            assertThat(distance).isBetween(2 / norm(WEIGHTS), 1.05 * 2 / norm(WEIGHTS));
        }
    }

    @Test
    void goesOnAsLongAsTheFlipDoesNotHold() {
        try (var model = ToyModel.linear(new Shape(1, 3, 4), negative(WEIGHTS), WEIGHTS)) {
            var search = new Search(new Aim(model, 1), SMALL_STEPS, 1, CELLS);

            assertThat(search.run(PLAIN, change -> norm(change[0]) > 4 / norm(WEIGHTS), Progress.UNHEARD))
                    .isTrue();

            assertThat(norm(search.change()[0])).isBetween(4 / norm(WEIGHTS), 4.2 / norm(WEIGHTS));
        }
    }

    @Test
    void givesUpAtItsBounds() {
        try (var model = ToyModel.linear(new Shape(1, 3, 4), negative(WEIGHTS), WEIGHTS)) {
            var near = new Pace(0.01, 0.001, 0, 20);
            var search = new Search(new Aim(model, 1), near, 1, CELLS);

            assertThat(search.run(PLAIN, change -> true, Progress.UNHEARD)).isFalse();

            assertThat(search.iterations()).isEqualTo(20);
            for (float value : search.change()[0]) {
                assertThat(Math.abs(value)).isLessThanOrEqualTo(0.001f);
            }
        }
    }

    @Test
    void isStoppedByWhoeverListens() {
        try (var model = ToyModel.linear(new Shape(1, 3, 4), negative(WEIGHTS), WEIGHTS)) {
            var search = new Search(new Aim(model, 1), SMALL_STEPS, 1, CELLS);
            assertThatIllegalStateException()
                    .isThrownBy(() -> search.run(PLAIN, change -> true, share -> {
                        throw new IllegalStateException("enough");
                    }));
        }
    }

    @Test
    void isNotHeldWhereItBeginsByANormThatIsDear() {
        try (var model = ToyModel.linear(new Shape(1, 3, 4), negative(WEIGHTS), WEIGHTS)) {
            var dear = new Pace(0.01, 100, 1000, 1000);
            var search = new Search(new Aim(model, 1), dear, 1, CELLS);

            assertThat(search.run(PLAIN, change -> true, Progress.UNHEARD)).isTrue();
        }
    }

    /** So that w.x = -2. */
    private static float[] againstWeights() {
        var input = gaussian(4);
        double square = dot(WEIGHTS, WEIGHTS);
        double by = (-2 - dot(input, WEIGHTS)) / square;
        for (int i = 0; i < CELLS; i++) {
            input[i] += (float) (by * WEIGHTS[i]);
        }
        return input;
    }

    private static float[] gaussian(long seed) {
        var random = new Random(seed);
        var values = new float[CELLS];
        for (int i = 0; i < CELLS; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float[] negative(float... values) {
        var negative = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            negative[i] = -values[i];
        }
        return negative;
    }

    private static double norm(float... values) {
        return Math.sqrt(dot(values, values));
    }

    private static double dot(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
        }
        return dot;
    }
}
