package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/**
 * Subtracts a mean and divides by a deviation: per band of a picture {@code (C, H, W)}, 2 H numbers; per value of a
 * sequence {@code (T, D)} or a vector {@code (D)}, 2 D numbers. They are measured on the training data, not learnt, and
 * travel in the parameters like any weight. Only the first layer of a network can be one, or the second after a
 * {@link SegmentNormalisation}.
 */
public record Standardisation() implements Layer {

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public long parameterCount(Shape input) {
        return 2 * input.get(bandAxis(input));
    }

    /** Which dimension of a shape without the batch has a mean and a deviation each. */
    public static int bandAxis(Shape input) {
        return input.dimension() == 1 ? 0 : 1;
    }
}
