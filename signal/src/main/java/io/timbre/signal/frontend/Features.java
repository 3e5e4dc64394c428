package io.timbre.signal.frontend;

/**
 * What a front end made of a whole track.
 *
 * @param values row-major array of the shape
 * @param shape dimensions, slowest first
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of each would double the memory.
public record Features(float[] values, int... shape) {
    public Features {
        int size = 1;
        for (int dimension : shape) {
            size *= dimension;
        }
        if (size != values.length) {
            throw new IllegalArgumentException("values must be " + size + " for the shape: were " + values.length);
        }
    }
}
