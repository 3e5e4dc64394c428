package io.timbre.signal.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void dividesTheSquaresByTheCountOfAllValues() {
        // Deviations from 3: -2 -1 0 3, squares 14, over 4.
        assertThat(Moments.of(1, 2, 3, 6)).isEqualTo(new Moments(3, 3.5));
    }

    @Test
    void keepsASmallVarianceBesideALargeMean() {
        assertThat(Moments.of(10_000_000, 10_000_001)).isEqualTo(new Moments(10_000_000.5, 0.25));
    }

    @Test
    void refusesNothing() {
        assertThatIllegalArgumentException().isThrownBy(Moments::of);
    }
}
