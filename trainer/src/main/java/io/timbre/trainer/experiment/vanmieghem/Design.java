package io.timbre.trainer.experiment.vanmieghem;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Standardisation;
import io.timbre.networks.zoo.VanMieghem;
import io.timbre.trainer.fit.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A network for bands of any shape and any number of classes.
 *
 * @param paperPercent the accuracy that the thesis gives it; empty where it gives none
 */
record Design(String name, OptionalDouble paperPercent, Loss loss, Table table) {

    /** The kernels of either layer of the thesis' CNN. */
    static final int KERNELS = 32;

    @FunctionalInterface
    interface Table {
        Network of(Shape input, int classes);
    }

    /** The thesis' five, in the order of its accuracies. */
    static List<Design> thesis() {
        return List.of(
                published("dense", 42, VanMieghem::dense),
                rnnTanh("RNN, tanh"),
                rnnRelu("RNN, two ReLU layers"),
                cnn(),
                published("combined", 90, VanMieghem::combined));
    }

    static Design cnn() {
        return cnn(KERNELS);
    }

    /** The CNN with so many kernels in either layer. */
    static Design cnn(int kernels) {
        Table table = (input, classes) -> VanMieghem.cnn(input, kernels, kernels, classes);
        return kernels == KERNELS ? published("CNN", 89, table) : own("CNN", table);
    }

    /** The recurrent ones as they are, and stepping over time. */
    static List<Design> recurrentBothWays() {
        return List.of(
                rnnTanh("RNN, tanh, over bands"),
                own(
                        "RNN, tanh, over time",
                        (input, classes) -> VanMieghem.overTime(VanMieghem.rnnTanh(input, classes))),
                rnnRelu("RNN, two ReLU layers, over bands"),
                own(
                        "RNN, two ReLU layers, over time",
                        (input, classes) -> VanMieghem.overTime(VanMieghem.rnnRelu(input, classes))));
    }

    /** The same as the thesis' program fits it, softmax upon softmax. */
    Design withSoftmaxTwice() {
        return new Design(name + ", softmax twice", paperPercent, Loss.DOUBLE_SOFTMAX_CROSS_ENTROPY, table);
    }

    /** The same on another task than the thesis', of which its figure says nothing. */
    Design elsewhere() {
        return new Design(name, OptionalDouble.empty(), loss, table);
    }

    /** The same behind a layer that scales each band, which features in decibels need. */
    Design standardised() {
        return new Design(name, OptionalDouble.empty(), loss, (input, classes) -> {
            var network = table.of(input, classes);
            var layers = new ArrayList<>(network.layers());
            layers.addFirst(new Standardisation());
            return new Network(network.name() + "-standardised", input, layers);
        });
    }

    private static Design rnnTanh(String name) {
        return published(name, 50, VanMieghem::rnnTanh);
    }

    private static Design rnnRelu(String name) {
        return published(name, 80, VanMieghem::rnnRelu);
    }

    private static Design published(String name, double paperPercent, Table table) {
        return new Design(name, OptionalDouble.of(paperPercent), Loss.SOFTMAX_CROSS_ENTROPY, table);
    }

    private static Design own(String name, Table table) {
        return new Design(name, OptionalDouble.empty(), Loss.SOFTMAX_CROSS_ENTROPY, table);
    }
}
