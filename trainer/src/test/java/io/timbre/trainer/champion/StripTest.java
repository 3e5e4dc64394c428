package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StripTest {

    /** Two bands of seven frames. */
    private final Strip strip = new Strip(new float[] {0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 14, 15, 16}, 2);

    @Test
    void cropsEveryBandAtTheSameFrames() {
        assertThat(strip.frames()).isEqualTo(7);
        assertThat(strip.crop(2, 3)).containsExactly(2, 3, 4, 12, 13, 14);
        assertThat(strip.crop(0, 7)).isEqualTo(strip.values()).isNotSameAs(strip.values());
    }

    @Test
    void isCutIntoSegmentsThatDoNotOverlapEachInTheMiddleOfItsShare() {
        // shares of 3.5 frames for three: middles at 1.75 and 5.25, less one and a half
        assertThat(strip.segments(3))
                .containsExactly(new float[] {0, 1, 2, 10, 11, 12}, new float[] {3, 4, 5, 13, 14, 15});
        assertThat(strip.segments(7)).containsExactly(strip.values());
    }

    @Test
    void refusesAPartOfAFrame() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Strip(new float[5], 2));
    }
}
