package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.trainer.champion.Corpus.Track;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.fit.BandStatistics;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AugmentationTest {

    private static final Track TRACK = Tracks.noise("t", 0, Part.TRAINING, 0.5, 1);
    private static final int BANDS = 128;
    private static final int FRAMES = 87;

    @Test
    void withNothingToDoItCropsAndTransforms() {
        var segment = augmentation(0, 0, 0, 3).segment(TRACK);

        var samples = TRACK.recordings().getFirst().samples();
        int start = startOf(3);
        var expected = Tracks.FRONT_END.transform(
                Arrays.copyOfRange(samples, start, start + Tracks.FRONT_END.segmentSamples()));
        assertThat(segment).containsExactly(expected, within(1e-4f));
    }

    @Test
    void aGainMovesTheWholeSegment() {
        var plain = augmentation(0, 0, 0, 3).segment(TRACK);
        var louder = augmentation(6, 0, 0, 3).segment(TRACK);

        float gain = louder[0] - plain[0];
        assertThat(gain).isBetween(-6f, 6f).isNotZero();
        for (int i = 0; i < plain.length; i++) {
            assertThat(louder[i] - plain[i]).isCloseTo(gain, within(1e-3f));
        }
    }

    @Test
    void anEqualiserMovesEachBandAsOne() {
        var plain = augmentation(0, 0, 0, 3).segment(TRACK);
        var tilted = augmentation(0, 3, 0, 3).segment(TRACK);

        for (int band = 0; band < BANDS; band++) {
            float first = tilted[band * FRAMES] - plain[band * FRAMES];
            float last = tilted[band * FRAMES + FRAMES - 1] - plain[band * FRAMES + FRAMES - 1];
            assertThat(last).isCloseTo(first, within(1e-3f));
        }
        assertThat(tilted[0] - plain[0]).isNotCloseTo(tilted[127 * FRAMES] - plain[127 * FRAMES], within(0.01f));
    }

    @Test
    void hidesAtMostSoManyNeighbouringBandsAndFrames() {
        float hidden = 1234;
        var random = new Random(5);
        int most = 0;
        for (int i = 0; i < 20; i++) {
            var segment = augmentation(0, 0, 4, random.nextLong()).segment(TRACK);
            int bands = 0;
            for (int band = 0; band < BANDS; band++) {
                bands += allHidden(segment, band, hidden) ? 1 : 0;
            }
            most = Math.max(most, bands);
            assertThat(bands).isLessThanOrEqualTo(4);
        }
        assertThat(most).isPositive();
    }

    private static boolean allHidden(float[] segment, int band, float hidden) {
        for (int frame = 0; frame < FRAMES; frame++) {
            if (segment[band * FRAMES + frame] != hidden) {
                return false;
            }
        }
        return true;
    }

    private static int startOf(long seed) {
        var random = new Random(seed);
        random.nextInt(1); // which recording
        return random.nextInt(TRACK.recordings().getFirst().samples().length - Tracks.FRONT_END.segmentSamples() + 1);
    }

    private static Augmentation augmentation(double gainDb, double tiltDb, int masked, long seed) {
        var means = new float[BANDS];
        Arrays.fill(means, 1234);
        var settings =
                new TrainingSettings("short-chunk-cnn", 1, 1, 1, 2, 1e-3, 0, 1, 0, gainDb, tiltDb, masked, masked);
        return new Augmentation(Tracks.FRONT_END, new BandStatistics(means, means), settings, new Random(seed));
    }
}
