package io.timbre.explain.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void givesTheIntervalOfStudentsT() {
        // Of 1, 2, 3: deviation 1, t of 2 degrees of freedom 4.303.
        var spread = Spread.of(1, 2, 3);

        assertThat(spread.mean()).isEqualTo(2);
        assertThat(spread.deviation()).isEqualTo(1);
        assertThat(spread.margin()).isCloseTo(4.303 / Math.sqrt(3), within(1e-3));
        assertThat(spread.isAboveZero()).isFalse();
    }

    @Test
    void knowsNothingOfOneFeature() {
        assertThat(Spread.of(0.5).isAboveZero()).isFalse();
        assertThat(Spread.of(-0.5).isBelowZero()).isFalse();
        assertThat(Spread.of(0.5).words()).isEqualTo("0.50 (one feature)");
        // two that are alike leave no doubt
        assertThat(Spread.of(0.5, 0.5).isAboveZero()).isTrue();
        assertThat(Spread.of(-0.5, -0.5).isBelowZero()).isTrue();
    }

    @Test
    void leavesOutFeaturesThatWereTooSilent() {
        assertThat(Spread.of(Double.NaN, 1, 1)).isEqualTo(new Spread(1, 0, 0, 2));
    }
}
