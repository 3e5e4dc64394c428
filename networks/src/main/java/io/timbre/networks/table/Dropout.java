package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/** Zeroes a share of the values while training and scales the rest up; nothing otherwise. Any shape. */
public record Dropout(float rate) implements Layer {

    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must be in [0, 1): was " + rate);
        }
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }
}
