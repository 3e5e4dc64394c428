package io.timbre.networks;

import ai.djl.ndarray.types.Shape;

/**
 * One line of a network's table: what it does to a shape and how many numbers it holds.
 *
 * <p>Shapes leave out the batch: {@code (C, H, W)} for pictures (channels, bands, frames), {@code (D)} for vectors.
 * Every layer here means the same on MXNet, PyTorch, an MXNet symbol and ONNX; that is the rule for adding one.
 */
public sealed interface Layer {

    /**
     * The shape that comes out.
     *
     * @throws IllegalArgumentException if this layer cannot take {@code input}
     */
    Shape outputShape(Shape input);

    /** How many numbers a checkpoint holds for this layer, learnt or measured. */
    default long parameterCount(Shape input) {
        return 0;
    }

    /**
     * Subtracts a mean and divides by a deviation, per band: {@code (C, H, W) -> (C, H, W)}, 2 H numbers. They are
     * measured on the training data, not learnt, and travel in the parameters like any weight.
     */
    record Standardisation() implements Layer {
        @Override
        public Shape outputShape(Shape input) {
            return requirePicture(this, input);
        }

        @Override
        public long parameterCount(Shape input) {
            return 2 * input.get(1);
        }
    }

    /**
     * Cross-correlation with zero padding, stride 1 and a bias:
     * {@code (C, H, W) -> (filters, H + 2 pad - kernel + 1, W + 2 pad - kernel + 1)}, filters (C kernel² + 1) numbers.
     */
    record Convolution(int filters, int kernel, int padding) implements Layer {
        public Convolution {
            requirePositive("filters", filters);
            requirePositive("kernel", kernel);
            if (padding < 0) {
                throw new IllegalArgumentException("padding must be >= 0: was " + padding);
            }
        }

        /** An odd kernel, padded so that bands and frames stay as many as they were. */
        public static Convolution same(int filters, int kernel) {
            if (kernel % 2 == 0) {
                throw new IllegalArgumentException("kernel must be odd to keep the size: was " + kernel);
            }
            return new Convolution(filters, kernel, kernel / 2);
        }

        @Override
        public Shape outputShape(Shape input) {
            requirePicture(this, input);
            long height = input.get(1) + 2L * padding - kernel + 1;
            long width = input.get(2) + 2L * padding - kernel + 1;
            return requireSomeLeft(this, input, new Shape(filters, height, width));
        }

        @Override
        public long parameterCount(Shape input) {
            return filters * (input.get(0) * kernel * kernel + 1);
        }
    }

    /** {@code max(x, 0)}, any shape. */
    record Relu() implements Layer {
        @Override
        public Shape outputShape(Shape input) {
            return input;
        }
    }

    /** The largest of each {@code size x size} window, side by side: {@code (C, H, W) -> (C, H / size, W / size)}. */
    record MaxPool(int size) implements Layer {
        public MaxPool {
            requirePositive("size", size);
        }

        @Override
        public Shape outputShape(Shape input) {
            requirePicture(this, input);
            return requireSomeLeft(this, input, new Shape(input.get(0), input.get(1) / size, input.get(2) / size));
        }
    }

    /** The mean of each channel: {@code (C, H, W) -> (C)}, so the network takes segments of other lengths too. */
    record GlobalAveragePool() implements Layer {
        @Override
        public Shape outputShape(Shape input) {
            return new Shape(requirePicture(this, input).get(0));
        }
    }

    /** Zeroes a share of the values while training and scales the rest up; nothing otherwise. Any shape. */
    record Dropout(float rate) implements Layer {
        public Dropout {
            if (!(rate >= 0 && rate < 1)) {
                throw new IllegalArgumentException("rate must be in [0, 1): was " + rate);
            }
        }

        @Override
        public Shape outputShape(Shape input) {
            return input;
        }
    }

    /** A matrix and a bias: {@code (D) -> (units)}, units (D + 1) numbers. */
    record FullyConnected(int units) implements Layer {
        public FullyConnected {
            requirePositive("units", units);
        }

        @Override
        public Shape outputShape(Shape input) {
            if (input.dimension() != 1) {
                throw new IllegalArgumentException(this + " takes (D): was " + input);
            }
            return new Shape(units);
        }

        @Override
        public long parameterCount(Shape input) {
            return units * (input.get(0) + 1);
        }
    }

    private static void requirePositive(String name, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be > 0: was " + value);
        }
    }

    private static Shape requirePicture(Layer layer, Shape input) {
        if (input.dimension() != 3) {
            throw new IllegalArgumentException(layer + " takes (C, H, W): was " + input);
        }
        return input;
    }

    private static Shape requireSomeLeft(Layer layer, Shape input, Shape output) {
        if (output.get(1) <= 0 || output.get(2) <= 0) {
            throw new IllegalArgumentException(layer + " leaves nothing of " + input);
        }
        return output;
    }
}
