package io.timbre.trainer.experiment.vanmieghem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MfccPictureTest {

    private static final MfccPicture TWO_SECONDS = MfccPicture.ofSeconds(2);

    @Test
    void isAFrameEvery100Milliseconds() {
        assertThat(TWO_SECONDS.segmentSamples()).isEqualTo(44_100);
        assertThat(TWO_SECONDS.segmentShape()).containsExactly(13, 21);
        assertThat(TWO_SECONDS.name()).isEqualTo("mfcc-13x21");
        assertThat(TWO_SECONDS.fingerprint())
                .hasSize(64)
                .isNotEqualTo(MfccPicture.ofSeconds(3).fingerprint());
    }

    @Test
    void holdsLoudnessInItsFirstRow() {
        var random = new Random(1);
        var quiet = new float[44_100];
        var loud = new float[44_100];
        for (int n = 0; n < loud.length; n++) {
            quiet[n] = (float) (0.01 * random.nextGaussian());
            loud[n] = 10 * quiet[n];
        }

        assertThat(TWO_SECONDS.transform(loud)).hasSize(13 * 21);
        assertThat(TWO_SECONDS.transform(loud)[10]).isGreaterThan(TWO_SECONDS.transform(quiet)[10] + 50);
    }
}
