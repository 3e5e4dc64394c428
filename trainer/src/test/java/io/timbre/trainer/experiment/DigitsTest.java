package io.timbre.trainer.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigitsTest {

    @Test
    void aPapersFigureKeepsItsDigits() {
        assertThat(Digits.asPublished(94.17)).isEqualTo("94.17");
        assertThat(Digits.asPublished(75)).isEqualTo("75");
        assertThat(Digits.asPublished(1270)).isEqualTo("1270");
        assertThat(Digits.asPublished(0.5)).isEqualTo("0.5");
    }

    @Test
    void oursGetFourDigitsOrAllBeforeThePoint() {
        assertThat(Digits.of(200 / 3.0)).isEqualTo("66.67");
        assertThat(Digits.of(2 / 3.0)).isEqualTo("0.6667");
        assertThat(Digits.of(-0.012344)).isEqualTo("-0.01234");
        assertThat(Digits.of(123456.7)).isEqualTo("123457");
        assertThat(Digits.of(0.000012)).isEqualTo("1.20e-05");
    }

    @Test
    void wholeNumbersStayWholeAndNothingIsADash() {
        assertThat(Digits.of(100)).isEqualTo("100");
        assertThat(Digits.of(250123)).isEqualTo("250,123");
        assertThat(Digits.of(0)).isEqualTo("0");
        assertThat(Digits.of(Double.NaN)).isEqualTo("–");
    }

    @Test
    void aUnitFollowsWhereThereIsOne() {
        assertThat(Digits.of(50, "%")).isEqualTo("50 %");
        assertThat(Digits.of(0.25, "")).isEqualTo("0.2500");
    }
}
