package io.timbre.networks.table;

import static io.timbre.networks.table.Requirements.requirePicture;
import static io.timbre.networks.table.Requirements.requirePositive;
import static io.timbre.networks.table.Requirements.requireSomeLeft;

import ai.djl.ndarray.types.Shape;

/** The mean of each window, side by side: {@code (C, H, W) -> (C, H / window.height, W / window.width)}. */
public record AveragePool(Size window) implements Layer {

    public AveragePool {
        requirePositive("window height", window.height());
        requirePositive("window width", window.width());
    }

    @Override
    public Shape outputShape(Shape input) {
        requirePicture(this, input);
        return requireSomeLeft(
                this, input, new Shape(input.get(0), input.get(1) / window.height(), input.get(2) / window.width()));
    }
}
