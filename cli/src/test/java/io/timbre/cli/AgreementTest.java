package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final float[] ONES = filled(1000, 1);

    @Test
    void isEnergyOverThatOfTheDifference() {
        // A tenth of the amplitude is a hundredth of the energy: 20 dB.
        assertThat(Agreement.decibels(ONES, filled(1000, 0.9f))).isCloseTo(20, within(1e-4));
        assertThat(Agreement.decibels(ONES, ONES.clone())).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void isInfiniteForEqualSilences() {
        assertThat(Agreement.decibels(new float[1000], new float[1000])).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void forgivesAFewValuesMoreOrLessAtTheEnd() {
        assertThat(Agreement.decibels(ONES, filled(1005, 1))).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Agreement.decibels(ONES, filled(995, 1))).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void isNoneOfAnotherAmountOfWork() {
        assertThat(Agreement.decibels(ONES, filled(1006, 1))).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Agreement.decibels(ONES, new float[0])).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    private static float[] filled(int length, float value) {
        var values = new float[length];
        Arrays.fill(values, value);
        return values;
    }
}
