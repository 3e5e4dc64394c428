package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RangeTest {
    @Test
    void endsAtRoundNumbers() {
        assertThat(Range.around(0.03, 0.97)).isEqualTo(new Range(0, 1));
        assertThat(Range.around(0, 120)).isEqualTo(new Range(0, 120));
        assertThat(Range.around(-130, 130)).isEqualTo(new Range(-150, 150));
    }

    @Test
    void leavesRoomAboutALoneValue() {
        assertThat(Range.around(-50)).isEqualTo(new Range(-55, -45));
        assertThat(Range.around(0, 0)).isEqualTo(new Range(-1, 1));
    }

    @Test
    void refusesAnEmptyOrEndlessRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(0, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(Range::around);
        assertThatIllegalArgumentException().isThrownBy(() -> Range.around(1, Double.NaN));
    }
}
