package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/** The mean of each channel: {@code (C, H, W) -> (C)}, so the network takes segments of other lengths too. */
public record GlobalAveragePool() implements Layer {

    @Override
    public Shape outputShape(Shape input) {
        return new Shape(Requirements.requirePicture(this, input).get(0));
    }
}
