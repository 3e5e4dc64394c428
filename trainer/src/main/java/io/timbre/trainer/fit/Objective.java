package io.timbre.trainer.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import io.timbre.networks.model.Softmax;

/**
 * A {@link Loss} for logits of a width: in arrays of any engine for the gradient, in plain floats for what is read.
 *
 * <p>All are {@code -sum(targets * log posteriors) / sum(targets)}; a sigmoid is the softmax of a logit beside 0.
 */
final class Objective {

    /** Keras keeps posteriors so far from 0 and 1, and adds as much again before it takes the logarithm. */
    private static final float KERAS_EPSILON = 1e-7f;

    private final Loss loss;
    private final int logits;
    private final boolean each;

    /**
     * The objective of a network.
     *
     * @throws IllegalArgumentException if that loss cannot judge so many classes by so many logits
     */
    Objective(Loss loss, int logits, int classes) {
        if (logits != classes && !(logits == 1 && classes == 2)) {
            throw new IllegalArgumentException(
                    "a network for " + classes + " classes must have as many logits, or one for two: had " + logits);
        }
        if (loss == Loss.RELU_CROSS_ENTROPY && logits != 1) {
            throw new IllegalArgumentException(loss + " must have one logit: had " + logits);
        }
        if (loss == Loss.DOUBLE_SOFTMAX_CROSS_ENTROPY && logits == 1) {
            throw new IllegalArgumentException(loss + " must have a logit a class: had 1");
        }
        this.loss = loss;
        this.logits = logits;
        this.each = logits == 1 || loss == Loss.SIGMOID_CROSS_ENTROPY;
    }

    /** Whether logits are judged each by itself: a no and a yes of each. */
    boolean each() {
        return each;
    }

    /** What a batch's targets look like. */
    Shape targetShape(int rows) {
        return each ? new Shape(rows, logits, 2) : new Shape(rows, logits);
    }

    /** The mean loss, one value, with a gradient. */
    NDArray mean(NDArray logits, NDArray targets, double weight) {
        return logPosteriors(logits).mul(targets).sum().mul((float) (-1 / Math.max(weight, Float.MIN_NORMAL)));
    }

    private NDArray logPosteriors(NDArray logits) {
        if (loss == Loss.RELU_CROSS_ENTROPY) {
            var yes = Activation.relu(logits).clip(KERAS_EPSILON, 1 - KERAS_EPSILON);
            return beside(yes.neg().add(1), yes).add(KERAS_EPSILON).log();
        }
        if (loss == Loss.DOUBLE_SOFTMAX_CROSS_ENTROPY) {
            return logits.softmax(1).logSoftmax(1);
        }
        return each
                ? beside(logits.getManager().zeros(logits.getShape()), logits).logSoftmax(2)
                : logits.logSoftmax(1);
    }

    private static NDArray beside(NDArray no, NDArray yes) {
        return NDArrays.stack(new NDList(no, yes), 2);
    }

    /** What a row of logits says of each class: one a class, two for a single logit. */
    float[] posteriors(float[] row) {
        if (loss == Loss.DOUBLE_SOFTMAX_CROSS_ENTROPY) {
            return Softmax.posteriors(Softmax.posteriors(row, 1), 1);
        }
        if (!each) {
            return Softmax.posteriors(row, 1);
        }
        if (row.length == 1) {
            float yes = yes(row[0]);
            return new float[] {1 - yes, yes};
        }
        var posteriors = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            posteriors[i] = yes(row[i]);
        }
        return posteriors;
    }

    /** Whether a logit that is judged by itself is more yes than no. */
    boolean saysYes(float logit) {
        return yes(logit) > 0.5f;
    }

    private float yes(float logit) {
        return loss == Loss.RELU_CROSS_ENTROPY
                ? Math.clamp(logit, KERAS_EPSILON, 1 - KERAS_EPSILON)
                : (float) (1 / (1 + Math.exp(-logit)));
    }
}
