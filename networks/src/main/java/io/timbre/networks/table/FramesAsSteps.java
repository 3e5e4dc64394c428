package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/** A picture read frame by frame: {@code (C, H, W) -> (W, C H)}, each step holding all bands of all channels. */
public record FramesAsSteps() implements Layer {

    @Override
    public Shape outputShape(Shape input) {
        return new Shape(Requirements.requirePicture(this, input).get(2), input.get(0) * input.get(1));
    }
}
