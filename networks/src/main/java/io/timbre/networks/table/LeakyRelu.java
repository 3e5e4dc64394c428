package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/** {@code x} above 0 and {@code slope x} below, any shape. */
public record LeakyRelu(float slope) implements Layer {

    public LeakyRelu {
        if (!(slope >= 0 && slope < 1)) {
            throw new IllegalArgumentException("slope must be in [0, 1): was " + slope);
        }
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }
}
