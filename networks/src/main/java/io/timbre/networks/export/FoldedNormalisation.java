package io.timbre.networks.export;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.BatchNormalisation;
import java.util.Arrays;

/**
 * Batch normalisation after training, folded: {@code scale x + shift} with {@code scale = gamma / sqrt(variance + epsilon)}
 * and {@code shift = beta - mean scale}.
 */
record FoldedNormalisation(Weight scale, Weight shift) {

    /** From DJL's gamma, beta, running mean and running variance; shaped to spread over the other axes. */
    static FoldedNormalisation of(TrainedLayer trained) {
        float[] gamma = trained.weights().get(0).values();
        float[] beta = trained.weights().get(1).values();
        float[] mean = trained.weights().get(2).values();
        float[] variance = trained.weights().get(3).values();
        var scale = new float[gamma.length];
        var shift = new float[gamma.length];
        for (int i = 0; i < gamma.length; i++) {
            double factor = gamma[i] / Math.sqrt((double) variance[i] + BatchNormalisation.EPSILON);
            scale[i] = (float) factor;
            shift[i] = (float) (beta[i] - mean[i] * factor);
        }
        var shape = spread(trained.input(), gamma.length);
        return new FoldedNormalisation(new Weight(shape, scale), new Weight(shape, shift));
    }

    /** Channels of a picture stand before two other axes, values of a sequence or vector last. */
    private static Shape spread(Shape input, int normalised) {
        var sizes = new long[input.dimension() == 3 ? 3 : 1];
        Arrays.fill(sizes, 1);
        sizes[0] = normalised;
        return new Shape(sizes);
    }
}
