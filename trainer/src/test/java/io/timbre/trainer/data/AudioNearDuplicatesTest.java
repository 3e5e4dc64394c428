package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.AudioEncoder;
import io.timbre.signal.codec.AudioFormat;
import io.timbre.signal.codec.DecodeLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioNearDuplicatesTest {

    private static final int RATE_HZ = 22_050;
    private static final Audio TUNE = tune(1);
    private static final Audio OTHER = tune(2);

    @Test
    void findsACopyThatWentThroughMp3(@TempDir Path folder) throws Exception {
        var file = folder.resolve("tune.mp3");
        AudioEncoder.encode(TUNE, AudioFormat.MP3, file);
        var copy = new AudioDecoder(new DecodeLimits(Duration.ofMinutes(1)))
                .decode(file, RATE_HZ)
                .audio();

        assertThat(alike(OTHER, TUNE, copy)).containsExactly(0, 1, 1);
    }

    @Test
    void findsAnExcerptThatIsQuieterAndBeginsBetweenFrames() {
        // 1.003 s into the tune, which is no multiple of 11.6 ms
        var excerpt = cut(TUNE, 22_117, 3.0);
        for (int i = 0; i < excerpt.samples().length; i++) {
            excerpt.samples()[i] *= 0.3f;
        }

        assertThat(alike(TUNE, OTHER, excerpt)).containsExactly(0, 1, 0);
    }

    @Test
    void joinsExcerptsThroughWhatTheyAreCutFrom() {
        assertThat(alike(cut(TUNE, 0, 2.5), cut(TUNE, 3 * RATE_HZ, 2.5), TUNE)).containsExactly(0, 0, 0);
        assertThat(alike(cut(TUNE, 0, 2.5), cut(TUNE, 3 * RATE_HZ, 2.5))).containsExactly(0, 1);
    }

    @Test
    void silenceAndWhatIsTooShortAreLikeNothing() {
        var silence = new Audio(new float[5 * RATE_HZ], RATE_HZ);
        var snippet = cut(TUNE, 0, 0.3);

        assertThat(alike(silence, silence, snippet, snippet, TUNE)).containsExactly(0, 1, 2, 3, 4);
    }

    private static int[] alike(Audio... sounds) {
        return AudioNearDuplicates.firstAlike(
                Arrays.stream(sounds).map(AudioFingerprint::of).toList());
    }

    private static Audio cut(Audio audio, int from, double seconds) {
        return new Audio(Arrays.copyOfRange(audio.samples(), from, from + (int) (seconds * RATE_HZ)), RATE_HZ);
    }

    /** 6 s of three voices of decaying tones with six partials, four tones a second, and a little noise. */
    private static Audio tune(long seed) {
        var random = new Random(seed);
        var samples = new float[6 * RATE_HZ];
        for (int tone = 0; tone < 3 * 4 * 6; tone++) {
            int start = tone / 3 * RATE_HZ / 4;
            double hz = 110 * Math.pow(2, random.nextInt(36) / 12.0);
            for (int i = start; i < Math.min(samples.length, start + RATE_HZ / 2); i++) {
                double seconds = (double) (i - start) / RATE_HZ;
                for (int partial = 1; partial <= 6; partial++) {
                    samples[i] += (float)
                            (0.05 / partial * Math.exp(-4 * seconds) * Math.sin(2 * Math.PI * hz * partial * seconds));
                }
            }
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (0.001 * random.nextGaussian());
        }
        return new Audio(samples, RATE_HZ);
    }
}
