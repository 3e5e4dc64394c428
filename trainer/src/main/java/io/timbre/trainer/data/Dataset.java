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

    /**
     * Those examples of some classes, which are all that there are to tell apart.
     *
     * @param wanted in the order of the new targets
     * @throws IllegalArgumentException if one is not among the classes
     */
    public Dataset ofClasses(List<String> wanted) {
        wanted.forEach(name -> ClassNames.require(name, classes));
        var chosen = examples.stream()
                .filter(example -> wanted.contains(classes.get(example.label())))
                .map(example -> Example.ofClass(
                        example.id(),
                        example.input(),
                        wanted.indexOf(classes.get(example.label())),
                        wanted.size(),
                        example.groups()))
                .toList();
        return new Dataset(source, inputShape, wanted, chosen);
    }
}
