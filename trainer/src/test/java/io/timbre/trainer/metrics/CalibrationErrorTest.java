package io.timbre.trainer.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CalibrationErrorTest {

    /** Of four fair coins k fall right: |k - 2| / 4 is 0.5, 0.25, 0, 0.25, 0.5 in 1, 4, 6, 4, 1 of 16 cases. */
    @Test
    void fourAnswersShowAnErrorHoweverWellTheyAreCalibrated() {
        var chance = CalibrationError.ofCalibrated(new double[] {0.5, 0.5, 0.5, 0.5});

        assertThat(chance.mean()).isCloseTo(3.0 / 16, within(0.01));
        assertThat(chance.exceededByOneIn20()).isEqualTo(0.5);
    }

    @Test
    void manyAnswersShowLittleAndCertainOnesNone() {
        var many = new double[10_000];
        Arrays.fill(many, 0.5);

        assertThat(CalibrationError.ofCalibrated(many).mean()).isLessThan(0.005);
        assertThat(CalibrationError.ofCalibrated(new double[] {1, 1}).mean()).isZero();
    }
}
