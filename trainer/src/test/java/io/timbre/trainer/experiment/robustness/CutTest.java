package io.timbre.trainer.experiment.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CutTest {

    /** Two bands of 248 columns, each column its number, in the second band its negative. */
    private static final float[] LEVELS = levels();

    @Test
    void leavesFourSegmentsOfAWholeTrack() {
        var segments = Cut.WHOLE.of(LEVELS, 2);

        assertThat(segments).hasSize(4);
        assertThat(segments.get(1)).startsWith(62, 63).endsWith(-122, -123);
    }

    @Test
    void begunLaterThreeAreLeft() {
        var segments = Cut.LATER.of(LEVELS, 2);

        assertThat(segments).hasSize(3);
        assertThat(segments.getFirst()).startsWith(31, 32).endsWith(-91, -92);
    }

    @Test
    void threeSecondsAreRepeatedToFillASegment() {
        var segments = Cut.SHORT.of(LEVELS, 2);

        assertThat(segments).hasSize(1);
        // 25 columns from 112 on, twice and half of once more: 62 = 2 x 25 + 12
        assertThat(segments.getFirst()).startsWith(112, 113).endsWith(-122, -123);
        assertThat(segments.getFirst()[25]).isEqualTo(112);
    }

    private static float[] levels() {
        var levels = new float[2 * 248];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = i < 248 ? i : 248 - i;
        }
        return levels;
    }
}
