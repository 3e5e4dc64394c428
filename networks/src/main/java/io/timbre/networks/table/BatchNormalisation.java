package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/**
 * Subtracts the mean and divides by the deviation of the batch while training, of the training data otherwise, then scales
 * and shifts: per channel of a picture {@code (C, H, W)}, per value of a sequence {@code (T, D)} or a vector {@code (D)};
 * four numbers each. Not for networks whose gradients are explained: there it would use the statistics of the batch.
 *
 * @see "S. Ioffe, C. Szegedy, Batch Normalization, ICML 2015"
 */
public record BatchNormalisation() implements Layer {

    /** What is added to a variance, so that nothing is divided by zero. */
    public static final float EPSILON = 1e-5f;

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public long parameterCount(Shape input) {
        return 4 * input.get(input.dimension() == 2 ? 1 : 0);
    }
}
