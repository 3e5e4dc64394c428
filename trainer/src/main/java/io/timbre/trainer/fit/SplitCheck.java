package io.timbre.trainer.fit;

import io.timbre.networks.table.Network;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Split;
import java.util.stream.IntStream;

/** Finds that a network cannot be fitted to a split, before hours are spent on it. */
final class SplitCheck {

    private final Network network;

    SplitCheck(Network network) {
        this.network = network;
    }

    /**
     * Checks that the network can be fitted to the split.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    void require(Split split) {
        var dataset = split.dataset();
        requireClasses(dataset);
        require(
                dataset.inputShape().equals(network.inputShape()),
                "inputs must be " + network.inputShape() + " for " + network.name() + ": those of " + dataset.source()
                        + " are " + dataset.inputShape());
        requireTraining(split);
    }

    private static void requireClasses(Dataset dataset) {
        require(
                dataset.classes().size() >= 2,
                dataset.source() + " must have two classes or more: has " + dataset.classes());
    }

    private static void requireTraining(Split split) {
        var classes = split.dataset().classes();
        var training = split.of(Part.TRAINING);
        require(!training.isEmpty(), "the split must have training examples: " + split.protocol() + " gives none");
        var missing = IntStream.range(0, classes.size())
                .filter(i ->
                        training.stream().noneMatch(example -> example.targets()[i] > 0 && example.weights()[i] > 0))
                .mapToObj(classes::get)
                .toList();
        require(
                missing.isEmpty(),
                "each class must have a training example: " + String.join(", ", missing) + " have none");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
