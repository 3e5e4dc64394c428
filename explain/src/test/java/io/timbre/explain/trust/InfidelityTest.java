package io.timbre.explain.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.subject.ToyModel;
import org.junit.jupiter.api.Test;

class InfidelityTest {

    private static final Shape SHAPE = new Shape(1, 2, 2);
    private static final float[] WEIGHTS = {1, -2, 3, 0.5f};
    private static final float[] INPUT = {2, 1, -1, 4};
    private static final float[] BASELINE = {1, 0, 1, 0};
    private static final float[] CONTRIBUTIONS = {1, -2, -6, 2};

    @Test
    void isZeroForTheGradientOfALinearModel() {
        assertThat(of(WEIGHTS, Reading.SENSITIVITY).squared()).isCloseTo(0, within(1e-6));
        assertThat(of(WEIGHTS, Reading.SENSITIVITY).share()).isCloseTo(0, within(1e-6));
    }

    @Test
    void isZeroForTheContributionsOfALinearModel() {
        assertThat(of(CONTRIBUTIONS, Reading.CONTRIBUTION).squared()).isCloseTo(0, within(1e-6));
    }

    @Test
    void isAllForAMapThatSaysThatNothingMatters() {
        var infidelity = of(new float[4], Reading.CONTRIBUTION);

        assertThat(infidelity.share()).isCloseTo(1, within(1e-6));
        assertThat(infidelity.squared()).isPositive();
    }

    @Test
    void countsASignThatIsWrongFourTimes() {
        // it says -c where c is right: (-c - c)^2 = 4 c^2
        assertThat(of(new float[] {-1, 2, 6, -2}, Reading.CONTRIBUTION).share()).isCloseTo(4, within(1e-5));
    }

    @Test
    void measuresTheOnlyRectangleOfASingleCell() {
        // logit 3 x from 2 to 0 falls by 6; a map of 2 says 4: an error of 2, of 6
        var shape = new Shape(1);
        try (var model = ToyModel.linear(shape, new float[] {3}, new float[1])) {
            var infidelity =
                    Infidelity.of(model, 0, new float[] {2}, new float[1], new float[] {2}, Reading.SENSITIVITY, 1);

            assertThat(infidelity.squared()).isCloseTo(4, within(1e-6));
            assertThat(infidelity.share()).isCloseTo(4 / 36.0, within(1e-6));
        }
    }

    private static Infidelity of(float[] map, Reading reading) {
        try (var model = ToyModel.linear(SHAPE, WEIGHTS, new float[4])) {
            return Infidelity.of(model, 0, INPUT, BASELINE, map, reading, 1);
        }
    }
}
