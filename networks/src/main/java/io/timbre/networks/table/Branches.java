package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Several lists of layers that all begin with the same input and each end in a vector; the vectors side by side, in the
 * order of the branches: any shape to {@code (D1 + D2 + ...)}.
 */
public record Branches(List<List<Layer>> branches) implements Layer {

    public Branches {
        branches = branches.stream().map(List::copyOf).toList();
        if (branches.size() < 2) {
            throw new IllegalArgumentException("branches must be at least two: were " + branches.size());
        }
    }

    @Override
    public Shape outputShape(Shape input) {
        return new Shape(branches.stream()
                .mapToLong(branch -> Requirements.requireVector(this, Network.last(input, branch))
                        .get(0))
                .sum());
    }

    @Override
    public long parameterCount(Shape input) {
        return branches.stream()
                .flatMap(branch -> Network.parameterCounts(input, branch).stream())
                .mapToLong(Long::longValue)
                .sum();
    }
}
