package io.timbre.signal.resample;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.Audio;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
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
    void agreesWithSoxr(int fromHz, int toHz, double decibels) throws IOException {
        float[] expected = golden(fromHz + "-" + toHz);

        float[] resampled = Resampling.toRate(new Audio(signal(), fromHz), toHz).samples();

        assertThat(resampled).hasSameSizeAs(expected);
        assertThat(signalToNoiseDb(expected, resampled)).isGreaterThan(decibels);
    }

    private static float[] signal() {
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

    /** Without the last sample, for which librosa puts zero where soxr gives one sample less. */
    private static double signalToNoiseDb(float[] expected, float[] actual) {
        double signal = 0;
        double noise = 0;
        for (int n = 0; n < expected.length - 1; n++) {
            signal += (double) expected[n] * expected[n];
            noise += Math.pow((double) expected[n] - actual[n], 2);
        }
        return 10 * Math.log10(signal / noise);
    }

    private static float[] golden(String name) throws IOException {
        try (var stream = ResamplerGoldenTest.class.getResourceAsStream(name + ".f32")) {
            var bytes = ByteBuffer.wrap(Objects.requireNonNull(stream, name).readAllBytes());
            float[] values = new float[bytes.remaining() / Float.BYTES];
            bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
            return values;
        }
    }
}
