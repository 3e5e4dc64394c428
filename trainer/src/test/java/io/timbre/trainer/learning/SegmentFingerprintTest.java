package io.timbre.trainer.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SegmentFingerprintTest {
    private static final int LONGER = Sounds.COLUMNS + 12;
    private static final float[] RECORDING = Sounds.recording(1, LONGER);

    @Test
    void aRecordingIsKnownAgainThoughItIsLouderAndEncodedAnew() {
        assertThat(of(Sounds.cut(RECORDING, LONGER, 0)).isLike(of(Sounds.encoded(Sounds.cut(RECORDING, LONGER, 0), 2))))
                .isTrue();
    }

    @Test
    void aRecordingIsKnownAgainThoughItBeginsElsewhere() {
        assertThat(of(Sounds.cut(RECORDING, LONGER, 0)).isLike(of(Sounds.cut(RECORDING, LONGER, 12))))
                .isTrue();
        assertThat(of(Sounds.cut(RECORDING, LONGER, 12)).isLike(of(Sounds.cut(RECORDING, LONGER, 0))))
                .isTrue();
    }

    @Test
    void aHundredStrangersAreNotTakenForOne() {
        var known = of(Sounds.recording(1, Sounds.COLUMNS));

        for (int seed = 100; seed < 200; seed++) {
            assertThat(known.isLike(of(Sounds.recording(seed, Sounds.COLUMNS)))).isFalse();
        }
    }

    /** Silence is like silence, and a held tone like a held tone, but that says nothing. */
    @Test
    void whatDoesNotMoveIsLikeNothing() {
        var silence = new float[Sounds.BANDS * Sounds.COLUMNS];
        Arrays.fill(silence, -80);

        assertThat(of(silence).isLike(of(silence))).isFalse();
    }

    private static SegmentFingerprint of(float[] segment) {
        return SegmentFingerprint.of(segment, Sounds.BANDS, Sounds.COLUMNS);
    }
}
