package io.timbre.networks.table;

import static io.timbre.networks.table.Requirements.requirePicture;
import static io.timbre.networks.table.Requirements.requirePositive;
import static io.timbre.networks.table.Requirements.requireSomeLeft;

import ai.djl.ndarray.types.Shape;

/**
 * Cross-correlation with zero padding and a bias: {@code (C, H, W) -> (filters, (H + 2 padding - kernel) / stride + 1, the
 * same of W)}, filters (C kernel.height kernel.width + 1) numbers.
 */
public record Convolution(int filters, Size kernel, Size stride, Size padding) implements Layer {

    public Convolution {
        requirePositive("filters", filters);
        requirePositive("kernel height", kernel.height());
        requirePositive("kernel width", kernel.width());
        requirePositive("stride height", stride.height());
        requirePositive("stride width", stride.width());
        if (padding.height() < 0 || padding.width() < 0) {
            throw new IllegalArgumentException("padding must be >= 0: was " + padding);
        }
    }

    /** An odd, square kernel, padded so that bands and frames stay as many as they were. */
    public static Convolution same(int filters, int kernel) {
        if (kernel % 2 == 0) {
            throw new IllegalArgumentException("kernel must be odd to keep the size: was " + kernel);
        }
        return new Convolution(filters, Size.square(kernel), Size.square(1), Size.square(kernel / 2));
    }

    /** A kernel that never reaches beyond the picture. */
    public static Convolution valid(int filters, Size kernel, Size stride) {
        return new Convolution(filters, kernel, stride, Size.square(0));
    }

    @Override
    public Shape outputShape(Shape input) {
        requirePicture(this, input);
        return requireSomeLeft(
                this,
                input,
                new Shape(
                        filters,
                        reached(input.get(1), kernel.height(), stride.height(), padding.height()),
                        reached(input.get(2), kernel.width(), stride.width(), padding.width())));
    }

    @Override
    public long parameterCount(Shape input) {
        return filters * (input.get(0) * kernel.height() * kernel.width() + 1);
    }

    private static long reached(long cells, int kernel, int stride, int padding) {
        return Math.floorDiv(cells + 2L * padding - kernel, (long) stride) + 1;
    }
}
