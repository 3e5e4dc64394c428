package io.timbre.signal.resample;

import io.timbre.signal.SampleSink;
import java.util.ArrayList;
import java.util.List;

/** Keeps samples as they arrive, in blocks, so that growing copies none of them. */
public final class SampleBuffer implements SampleSink {
    private static final int BLOCK = 1 << 16;

    private final List<float[]> blocks = new ArrayList<>();
    private int size;

    @Override
    public void begin(long expectedSamples) {
        blocks.clear();
        size = 0;
    }

    /** @throws ArithmeticException if there would be more samples than an array holds, 2^31 - 1 */
    @Override
    public void accept(float[] samples, int start, int count) {
        for (int taken = 0; taken < count; ) {
            int at = size % BLOCK;
            if (at == 0) {
                blocks.add(new float[BLOCK]);
            }
            int length = Math.min(count - taken, BLOCK - at);
            System.arraycopy(samples, start + taken, blocks.getLast(), at, length);
            taken += length;
            size = Math.addExact(size, length);
        }
    }

    /** A copy of all samples: while it is made, they are there twice. */
    public float[] toArray() {
        float[] samples = new float[size];
        for (int i = 0; i < blocks.size(); i++) {
            int start = i * BLOCK;
            System.arraycopy(blocks.get(i), 0, samples, start, Math.min(BLOCK, size - start));
        }
        return samples;
    }
}
