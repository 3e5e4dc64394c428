package io.timbre.trainer.fit;

import io.timbre.networks.table.Network;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Finds what is wrong with data before hours are spent on it. */
final class SplitCheck {

    /** Of many bad examples so many are named. */
    private static final int NAMED = 5;

    private final Network network;
    private final Loss loss;

    SplitCheck(Network network, Loss loss) {
        this.network = network;
        this.loss = loss;
    }

    /**
     * Checks that the network can be fitted to the split.
     *
     * @throws IllegalArgumentException that says what is wrong, and which examples it is with
     */
    void require(Split split) {
        var dataset = split.dataset();
        requireClasses(dataset);
        require(
                dataset.inputShape().equals(network.inputShape()),
                "inputs must be " + network.inputShape() + " for " + network.name() + ": those of " + dataset.source()
                        + " are " + dataset.inputShape());
        for (var part : Part.values()) {
            split.of(part).forEach(example -> requireSizes(example, dataset.classes()));
            requireFinite(split.of(part));
        }
        requireTraining(split);
    }

    private void requireClasses(Dataset dataset) {
        require(
                dataset.classes().size() >= 2 || loss == Loss.SIGMOID_CROSS_ENTROPY,
                dataset.source() + " must have two classes or more: has " + dataset.classes());
    }

    private void requireSizes(Example example, List<String> classes) {
        require(
                example.input().length == network.inputSize(),
                "the input of " + example.id() + " must have " + network.inputSize() + " values: has "
                        + example.input().length);
        require(
                example.targets().length == classes.size(),
                "the targets of " + example.id() + " must be " + classes.size() + ", one a class: are "
                        + example.targets().length);
        for (int i = 0; i < classes.size(); i++) {
            float target = example.targets()[i];
            float weight = example.weights()[i];
            require(
                    target >= 0 && target <= 1 && weight >= 0 && weight < Float.POSITIVE_INFINITY,
                    "targets must be from 0 to 1 and weights >= 0: " + example.id() + " has " + target + " and "
                            + weight + " for " + classes.get(i));
        }
    }

    private static void requireFinite(List<Example> examples) {
        var bad = new ArrayList<String>();
        for (var example : examples) {
            firstNotFinite(example.input())
                    .ifPresent(i -> bad.add(example.id() + " (" + example.input()[i] + " at " + i + ")"));
        }
        require(bad.isEmpty(), bad.size() + " inputs are not finite: " + someOf(bad));
    }

    private static OptionalInt firstNotFinite(float[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> !Float.isFinite(values[i]))
                .findFirst();
    }

    private void requireTraining(Split split) {
        var classes = split.dataset().classes();
        var training = split.of(Part.TRAINING);
        require(!training.isEmpty(), "the split must have training examples: " + split.protocol() + " gives none");
        var missing = IntStream.range(0, classes.size())
                .filter(i ->
                        training.stream().noneMatch(example -> example.targets()[i] > 0 && example.weights()[i] > 0))
                .mapToObj(classes::get)
                .toList();
        require(missing.isEmpty(), "each class must have a training example: " + someOf(missing) + " have none");
    }

    private static String someOf(List<String> names) {
        var named = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? named + " and " + (names.size() - NAMED) + " more" : named;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
