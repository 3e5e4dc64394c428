package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/** The same values, in the same order, in another shape. */
public record Reshape(Shape shape) implements Layer {

    @Override
    public Shape outputShape(Shape input) {
        if (input.size() != shape.size()) {
            throw new IllegalArgumentException(this + " must have as many values as " + input);
        }
        return shape;
    }
}
