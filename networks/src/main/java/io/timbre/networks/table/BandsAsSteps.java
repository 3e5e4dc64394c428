package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/**
 * A picture of one channel read band by band, lowest index first: {@code (1, H, W) -> (H, W)}, each step holding all frames
 * of a band. This is what a recurrent layer does that is given a spectrogram as it lies in memory.
 */
public record BandsAsSteps() implements Layer {

    @Override
    public Shape outputShape(Shape input) {
        if (Requirements.requirePicture(this, input).get(0) != 1) {
            throw new IllegalArgumentException(this + " takes (1, H, W): was " + input);
        }
        return new Shape(input.get(1), input.get(2));
    }
}
