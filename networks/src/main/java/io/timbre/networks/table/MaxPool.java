package io.timbre.networks.table;

import static io.timbre.networks.table.Requirements.requirePicture;
import static io.timbre.networks.table.Requirements.requirePositive;
import static io.timbre.networks.table.Requirements.requireSomeLeft;

import ai.djl.ndarray.types.Shape;

/** The largest of each {@code size x size} window, side by side: {@code (C, H, W) -> (C, H / size, W / size)}. */
public record MaxPool(int size) implements Layer {

    public MaxPool {
        requirePositive("size", size);
    }

    @Override
    public Shape outputShape(Shape input) {
        requirePicture(this, input);
        return requireSomeLeft(this, input, new Shape(input.get(0), input.get(1) / size, input.get(2) / size));
    }
}
