package io.timbre.networks.table;

import static io.timbre.networks.table.Requirements.requirePositive;
import static io.timbre.networks.table.Requirements.requireVector;

import ai.djl.ndarray.types.Shape;

/**
 * So many neighbouring values of a vector: {@code (D) -> (length)}. A network has one input; where its paper has two, they
 * lie in it one behind the other and each {@link Branches branch} begins with its part.
 *
 * @param from index of the first value
 */
public record Part(int from, int length) implements Layer {

    public Part {
        if (from < 0) {
            throw new IllegalArgumentException("from must be >= 0: was " + from);
        }
        requirePositive("length", length);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (from + length > requireVector(this, input).get(0)) {
            throw new IllegalArgumentException(this + " reaches beyond " + input);
        }
        return new Shape(length);
    }
}
