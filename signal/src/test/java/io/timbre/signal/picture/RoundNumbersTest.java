package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundNumbersTest {
    @Test
    void stepsByOneTwoOrFiveTimesAPowerOfTen() {
        assertThat(RoundNumbers.step(30, 10)).isEqualTo(5);
        assertThat(RoundNumbers.step(11_025, 9)).isEqualTo(2000);
        assertThat(RoundNumbers.step(1, 10)).isEqualTo(0.1);
        assertThat(RoundNumbers.step(80, 9)).isEqualTo(10);
        assertThat(RoundNumbers.step(99, 10)).isEqualTo(10);
        assertThat(RoundNumbers.step(101, 10)).isEqualTo(20);
    }

    @Test
    void keepsBothEndsDespiteRounding() {
        assertThat(RoundNumbers.multiples(0, 0.3, 0.1)).hasSize(4);
        assertThat(RoundNumbers.multiples(-80, 0, 20)).containsExactly(-80, -60, -40, -20, 0);
        assertThat(RoundNumbers.multiples(3, 11, 5)).containsExactly(5, 10);
    }

    @Test
    void writesTheDecimalsOfTheStep() {
        assertThat(RoundNumbers.label(2000, 1000)).isEqualTo("2000");
        assertThat(RoundNumbers.label(3 * 0.1, 0.1)).isEqualTo("0.3");
        assertThat(RoundNumbers.label(1, 0.02)).isEqualTo("1.00");
        assertThat(RoundNumbers.label(-0.0, 0.5)).isEqualTo("0.0");
        assertThat(RoundNumbers.label(-40, 20)).isEqualTo("-40");
    }

    @Test
    void writesVeryLargeAndVerySmallNumbersWithAPowerOfTen() {
        assertThat(RoundNumbers.label(-2.1e8, 1e7)).isEqualTo("-2.1e+08");
        assertThat(RoundNumbers.label(4e-6, 2e-6)).isEqualTo("4e-06");
        assertThat(RoundNumbers.label(0, 2e-6)).isEqualTo("0");
    }
}
