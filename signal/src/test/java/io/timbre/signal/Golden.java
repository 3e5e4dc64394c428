package io.timbre.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** What librosa 0.11 and its peers computed, and of which signal: see {@code src/test/python/golden.py}. */
public final class Golden {
    public static final int RATE_HZ = 22_050;
    public static final int SAMPLES = 4096;

    private Golden() {}

    public static float[] signal() {
        return signal(SAMPLES);
    }

    /** A rising sawtooth that swells, on noise, to the last bit Python's: no band is empty, no rounding is hidden. */
    public static float[] signal(int samples) {
        float[] values = new float[samples];
        long state = 1;
        for (int n = 0; n < samples; n++) {
            state = (state * 1_664_525 + 1_013_904_223) & 0xffff_ffffL;
            long noise = (state >> 16) - 0x8000;
            long sawtooth = (3L * n * n / 8 + 400L * n) % 0x10000 - 0x8000;
            int swell = n % 1500;
            values[n] = (float) ((swell * sawtooth + 48 * noise) / 0x1p26);
        }
        return values;
    }

    /** Reads a vector by the name of its room and its own, as {@code spectrum/mel-db}. */
    public static float[] read(String name) {
        try (InputStream file = Objects.requireNonNull(Golden.class.getResourceAsStream(name + ".f32"), name)) {
            ByteBuffer bytes = ByteBuffer.wrap(file.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            float[] values = new float[bytes.remaining() / Float.BYTES];
            bytes.asFloatBuffer().get(values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The largest difference, as a share of the largest expected value. */
    public static double relativeDifference(float[] actual, float[] expected) {
        return largestDifference(actual, expected) / largestDifference(expected, new float[expected.length]);
    }

    public static double largestDifference(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs((double) actual[i] - expected[i]);
            // Not Math.max alone: a value that is not a number must fail, and compares false with everything.
            largest = difference <= largest ? largest : difference;
        }
        return largest;
    }

    /** Signal to noise in decibels, what differs from the original being the noise. */
    public static double snrDb(float[] original, float[] copy) {
        assertThat(copy).hasSameSizeAs(original);
        double signal = 0;
        double noise = 0;
        for (int n = 0; n < original.length; n++) {
            signal += (double) original[n] * original[n];
            noise += Math.pow((double) copy[n] - original[n], 2);
        }
        return 10 * Math.log10(signal / noise);
    }
}
