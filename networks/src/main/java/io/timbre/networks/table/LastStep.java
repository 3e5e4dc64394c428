package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/** What the last step of a sequence holds: {@code (T, D) -> (D)}. */
public record LastStep() implements Layer {

    @Override
    public Shape outputShape(Shape input) {
        return new Shape(Requirements.requireSequence(this, input).get(1));
    }
}
