package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/** The largest of each value over all steps of a sequence: {@code (T, D) -> (D)}. */
public record MaxOverTime() implements Layer {

    @Override
    public Shape outputShape(Shape input) {
        return new Shape(Requirements.requireSequence(this, input).get(1));
    }
}
