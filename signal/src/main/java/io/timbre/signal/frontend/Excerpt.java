package io.timbre.signal.frontend;

import io.timbre.signal.SampleSink;
import java.util.Arrays;

/** A stretch of a track, kept while the track passes. */
final class Excerpt {
    private final long first;
    private final float[] samples;

    /**
     * @param first position of its first sample in the track
     * @param length samples
     */
    Excerpt(long first, int length) {
        this.first = first;
        this.samples = new float[length];
    }

    /** Keeps what is its own of a block that stands at a position of the track. */
    void take(long position, float[] block, int start, int count) {
        long from = Math.max(first, position);
        long to = Math.min(first + samples.length, position + count);
        if (from < to) {
            System.arraycopy(block, start + (int) (from - position), samples, (int) (from - first), (int) (to - from));
        }
    }

    boolean holds(long start, int length) {
        return first <= start && start + length <= first + samples.length;
    }

    /** Gives a part of it, which it holds. */
    void give(long start, int length, SampleSink sink) {
        sink.accept(samples, (int) (start - first), length);
    }

    float[] copy(long start, int length) {
        int from = (int) (start - first);
        return Arrays.copyOfRange(samples, from, from + length);
    }
}
