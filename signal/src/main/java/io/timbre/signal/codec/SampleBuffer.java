package io.timbre.signal.codec;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** Samples as they arrive, in blocks, so that growing never needs the whole twice. */
final class SampleBuffer {
    private static final int BLOCK = 1 << 16;

    private final List<float[]> blocks = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    void append(FloatPointer source, int count) {
        for (int taken = 0; taken < count; ) {
            int start = size % BLOCK;
            if (start == 0) {
                blocks.add(new float[BLOCK]);
            }
            int length = Math.min(count - taken, BLOCK - start);
            source.position(taken).get(blocks.getLast(), start, length);
            taken += length;
            size += length;
        }
        source.position(0);
    }

    float[] toArray() {
        float[] samples = new float[size];
        for (int i = 0; i < blocks.size(); i++) {
            int start = i * BLOCK;
            System.arraycopy(blocks.get(i), 0, samples, start, Math.min(BLOCK, size - start));
        }
        return samples;
    }
}
