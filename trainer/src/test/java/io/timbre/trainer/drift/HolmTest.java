package io.timbre.trainer.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

    /** R: {@code p.adjust(c(.01, .04, .03, .005), "holm")}: 3 x .01, the two behind it 2 x .03, 4 x .005. */
    @Test
    void agreesWithR() {
        assertThat(Holm.adjusted(new double[] {.01, .04, .03, .005}))
                .containsExactly(new double[] {.03, .06, .06, .02}, within(1e-15));
    }

    @Test
    void nothingIsMoreThanCertain() {
        assertThat(Holm.adjusted(new double[] {.6, 1, .7})).containsExactly(1, 1, 1);
    }

    @Test
    void oneTestIsNoFamily() {
        assertThat(Holm.adjusted(new double[] {.03})).containsExactly(.03);
    }
}
