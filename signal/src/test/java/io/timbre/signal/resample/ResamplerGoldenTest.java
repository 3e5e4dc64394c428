package io.timbre.signal.resample;

import static io.timbre.signal.Golden.read;
import static io.timbre.signal.Golden.snrDb;
import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.Audio;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against {@code librosa.resample(res_type="soxr_hq")}; {@code resample.py} makes the vectors. */
class ResamplerGoldenTest {
    private static final int SAMPLES = 1_600;

    /** Where a ratio is not a power of two, soxr's own gain dips by 0.007 dB towards the edge of its pass band. */
    @ParameterizedTest
    @CsvSource({
        "44100, 22050, 110",
        "48000, 22050, 70",
        "44101, 22050, 70",
        "96000, 22050, 70",
        "8000, 22050, 70",
        "11025, 16000, 70"
    })
    void agreesWithSoxr(int fromHz, int toHz, double decibels) {
        float[] resampled = Resampling.toRate(new Audio(wave(), fromHz), toHz).samples();

        assertAgrees(resampled, read("resample/" + fromHz + "-" + toHz), decibels);
    }

    /** A chord, a bass and a cymbal, about as loud in the highest band as bright recordings are. */
    @ParameterizedTest
    @CsvSource({"44100, 22050, 110", "48000, 22050, 64"})
    void agreesWithSoxrOnMusic(int fromHz, int toHz, double decibels) {
        var music = new Audio(read("resample/music"), fromHz);

        float[] resampled = Resampling.toRate(music, toHz).samples();

        assertAgrees(resampled, read("resample/music-" + fromHz + "-" + toHz), decibels);
    }

    /** Without the last sample, for which librosa puts zero where soxr gives one sample less. */
    private static void assertAgrees(float[] actual, float[] expected, double decibels) {
        assertThat(actual).hasSameSizeAs(expected);
        int compared = expected.length - 1;
        assertThat(snrDb(Arrays.copyOf(expected, compared), Arrays.copyOf(actual, compared)))
                .isGreaterThan(decibels);
    }

    private static float[] wave() {
        float[] values = new float[SAMPLES];
        int state = 1;
        for (int n = 0; n < SAMPLES; n++) {
            state = state * 1_664_525 + 1_013_904_223;
            int noise = (state >>> 16) - (1 << 15);
            int triangle = 2 * Math.abs((n * n / 8 + 400 * n) % (1 << 16) - (1 << 15)) - (1 << 15);
            int swell = n % 1_500;
            values[n] = (float) ((swell * triangle + 12 * noise) / (double) (1 << 26));
        }
        return values;
    }
}
