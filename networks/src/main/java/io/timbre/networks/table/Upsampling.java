package io.timbre.networks.table;

import static io.timbre.networks.table.Requirements.requirePicture;
import static io.timbre.networks.table.Requirements.requirePositive;

import ai.djl.ndarray.types.Shape;

/**
 * Repeats each cell: {@code (C, H, W) -> (C, factor H, factor W)}. With a convolution behind it this is what stands for a
 * transposed convolution, which MXNet and PyTorch do not compute alike.
 */
public record Upsampling(int factor) implements Layer {

    public Upsampling {
        requirePositive("factor", factor);
    }

    @Override
    public Shape outputShape(Shape input) {
        requirePicture(this, input);
        return new Shape(input.get(0), factor * input.get(1), factor * input.get(2));
    }
}
