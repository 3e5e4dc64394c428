package io.timbre.trainer.data;

import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Labelled examples in memory.
 *
 * @param source what they are, for reports and model cards
 * @param inputShape of every example, as the network takes it
 * @param classes in the order of the targets
 */
public record Dataset(String source, Shape inputShape, List<String> classes, List<Example> examples) {

    public Dataset {
        classes = List.copyOf(classes);
        examples = List.copyOf(examples);
    }
}
