package io.timbre.signal.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Golden;
import io.timbre.signal.spectrum.Decibels;
import io.timbre.signal.spectrum.MelBank;
import io.timbre.signal.spectrum.MelParameters;
import io.timbre.signal.spectrum.MelSpectrogram;
import io.timbre.signal.spectrum.Spectrogram;
import io.timbre.signal.spectrum.Stft;
import io.timbre.signal.spectrum.StftParameters;

/** What librosa 0.11 computed, and the signal that it was given: see {@code src/test/python/descriptor.py}. */
public final class DescriptorGolden {
    public static final int RATE_HZ = Golden.RATE_HZ;

    static final int FFT_SIZE = 2048;
    static final int HOP_LENGTH = 512;

    private static final StftParameters FRAMES = StftParameters.uncentred(FFT_SIZE, HOP_LENGTH);
    private static final int SAMPLES = 100_000;
    private static final int[] ROOTS = {661, 742, 883, 990};

    private DescriptorGolden() {}

    /** Four chords of sawtooths, 20 cents sharp, with strokes of noise 132 times a minute, and a silence. */
    public static float[] signal() {
        float[] values = new float[SAMPLES];
        long state = 1;
        for (int n = 0; n < values.length; n++) {
            state = (state * 1_664_525 + 1_013_904_223) & 0xffff_ffffL;
            long noise = (state >> 16) - 0x8000;
            long stroke = Math.max(0, 4096 - n % 10_000);
            boolean silent = n >= 70_000 && n < 77_000;
            values[n] = silent ? 0 : (float) ((chord(n) + ((noise * stroke) >> 10) + (noise >> 6)) / 0x1p19);
        }
        return values;
    }

    private static long chord(int n) {
        long root = ROOTS[n / 20_000 % ROOTS.length];
        return sawtooth(n * root) + sawtooth(n * root * 10 / 8) + sawtooth(n * root * 12 / 8);
    }

    private static long sawtooth(long phase) {
        return phase % 0x10000 - 0x8000;
    }

    static Spectrogram power(float[] signal) {
        return new Stft(FRAMES).power(Padding.REFLECT.pad(signal, FFT_SIZE / 2));
    }

    static Spectrogram magnitude(float[] signal) {
        return new Stft(FRAMES).magnitude(Padding.REFLECT.pad(signal, FFT_SIZE / 2));
    }

    static Spectrogram melDecibels(float[] signal) {
        MelBank bank = MelBank.of(MelParameters.standard(RATE_HZ, FFT_SIZE, 128));
        float[] padded = Padding.REFLECT.pad(signal, FFT_SIZE / 2);
        return Decibels.absolute().withRange(80).of(new MelSpectrogram(FRAMES, bank).power(padded));
    }

    public static float[] read(String name) {
        return Golden.read("descriptor/" + name);
    }

    /** Asserts that no value is further away than this share of the largest expected one. */
    static void assertAgrees(float[] actual, float[] expected, double share) {
        assertThat(actual).hasSameSizeAs(expected);
        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("value %d", i).isCloseTo(expected[i], within(share * largest));
        }
    }
}
