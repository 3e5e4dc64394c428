package io.timbre.trainer.data;

import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Labelled examples in memory, each of the data set's shapes and all of finite numbers.
 *
 * @param source what they are, for reports and model cards
 * @param inputShape of every example, as the network takes it
 * @param classes in the order of the targets
 */
public record Dataset(String source, Shape inputShape, List<String> classes, List<Example> examples) {

    /**
     * Checks every example.
     *
     * @throws IllegalArgumentException that names those of other shapes, or of numbers that are none
     */
    public Dataset {
        classes = List.copyOf(classes);
        examples = List.copyOf(examples);
        for (var example : examples) {
            Examples.requireSizes(example, inputShape, classes);
        }
        Examples.requireFinite(examples);
    }
}
