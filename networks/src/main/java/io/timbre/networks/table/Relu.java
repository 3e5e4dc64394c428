package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/** {@code max(x, 0)}, any shape. */
public record Relu() implements Layer {

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }
}
