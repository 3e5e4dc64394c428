package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/** All values in one row, the last dimension fastest: any shape to {@code (D)}. */
public record Flatten() implements Layer {

    @Override
    public Shape outputShape(Shape input) {
        return new Shape(input.size());
    }
}
