package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimingTest {
    @Test
    void isTheMedianWhateverOneRoundMetWith() {
        // Off by 1, 0, 2, 1 and 95, the median of which is 1.
        assertThat(Timing.of(4, 5, 7, 6, 100)).isEqualTo(new Timing(6, 1));
    }

    @Test
    void isTheMeanOfTheMiddleTwoOfAnEvenNumber() {
        assertThat(Timing.of(8, 2, 4, 100).millis()).isEqualTo(6);
    }
}
