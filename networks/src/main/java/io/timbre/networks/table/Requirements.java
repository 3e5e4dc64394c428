package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/** What layers ask of their numbers and of the shapes that they are given. */
final class Requirements {

    private Requirements() {}

    static void requirePositive(String name, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be > 0: was " + value);
        }
    }

    static Shape requirePicture(Layer layer, Shape input) {
        return requireDimensions(layer, input, 3, "(C, H, W)");
    }

    static Shape requireSequence(Layer layer, Shape input) {
        return requireDimensions(layer, input, 2, "(T, D)");
    }

    static Shape requireVector(Layer layer, Shape input) {
        return requireDimensions(layer, input, 1, "(D)");
    }

    static Shape requireSomeLeft(Layer layer, Shape input, Shape output) {
        if (output.get(1) <= 0 || output.get(2) <= 0) {
            throw new IllegalArgumentException(layer + " leaves nothing of " + input);
        }
        return output;
    }

    private static Shape requireDimensions(Layer layer, Shape input, int dimensions, String wanted) {
        if (input.dimension() != dimensions) {
            throw new IllegalArgumentException(layer + " takes " + wanted + ": was " + input);
        }
        return input;
    }
}
