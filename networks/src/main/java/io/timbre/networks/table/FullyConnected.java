package io.timbre.networks.table;

import static io.timbre.networks.table.Requirements.requirePositive;
import static io.timbre.networks.table.Requirements.requireVector;

import ai.djl.ndarray.types.Shape;

/** A matrix and a bias: {@code (D) -> (units)}, units (D + 1) numbers. */
public record FullyConnected(int units) implements Layer {

    public FullyConnected {
        requirePositive("units", units);
    }

    @Override
    public Shape outputShape(Shape input) {
        requireVector(this, input);
        return new Shape(units);
    }

    @Override
    public long parameterCount(Shape input) {
        return units * (input.get(0) + 1);
    }
}
