package io.timbre.signal.resample;

import io.timbre.signal.SampleSink;
import java.util.Arrays;

/**
 * Keeps samples as they arrive, in one array of as many as are expected, so that a sound whose length is known is
 * written once and never copied.
 */
public final class SampleBuffer implements SampleSink {
    private static final int LEAST = 1 << 16;
    /** A claim of more is not believed until so much has arrived: 32 MiB, or 6 min at 22,050 Hz. */
    private static final int MOST_EXPECTED = 1 << 23;

    private float[] samples = {};
    private int size;

    @Override
    public void begin(long expectedSamples) {
        samples = new float[(int) Math.min(expectedSamples, MOST_EXPECTED)];
        size = 0;
    }

    /** @throws ArithmeticException if there would be more samples than an array holds, 2^31 - 1 */
    @Override
    public void accept(float[] source, int start, int count) {
        int needed = Math.addExact(size, count);
        if (needed > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(needed, grown()));
        }
        System.arraycopy(source, start, samples, size, count);
        size = needed;
    }

    private int grown() {
        return Math.max(LEAST, samples.length + samples.length / 2);
    }

    /** All samples, the end: the array may be the buffer's own. */
    public float[] toArray() {
        return size == samples.length ? samples : Arrays.copyOf(samples, size);
    }
}
