package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/** The natural logarithm of values that are at least 0, {@code log(x + floor)}, any shape. */
public record Logarithm(float floor) implements Layer {

    public Logarithm {
        if (!(floor > 0)) {
            throw new IllegalArgumentException("floor must be > 0: was " + floor);
        }
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }
}
