package io.timbre.trainer.experiment.vanmieghem;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Standardisation;
import io.timbre.networks.zoo.VanMieghem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A network for bands of any shape and any number of classes.
 *
 * @param paperPercent the accuracy that the thesis gives it; empty where it gives none
 */
record Design(String name, OptionalDouble paperPercent, Table table) {

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
                published("RNN, tanh", 50, VanMieghem::rnnTanh),
                published("RNN, two ReLU layers", 80, VanMieghem::rnnRelu),
                published("CNN", 89, cnn().table()),
                published("combined", 90, VanMieghem::combined));
    }

    static Design cnn() {
        return cnn(KERNELS);
    }

    /** The CNN with so many kernels in either layer. */
    static Design cnn(int kernels) {
        return own("CNN", (input, classes) -> VanMieghem.cnn(input, kernels, kernels, classes));
    }

    /** The recurrent ones as they are, and stepping over time. */
    static List<Design> recurrentBothWays() {
        return List.of(
                own("RNN, tanh, over bands", VanMieghem::rnnTanh),
                own(
                        "RNN, tanh, over time",
                        (input, classes) -> VanMieghem.overTime(VanMieghem.rnnTanh(input, classes))),
                own("RNN, two ReLU layers, over bands", VanMieghem::rnnRelu),
                own(
                        "RNN, two ReLU layers, over time",
                        (input, classes) -> VanMieghem.overTime(VanMieghem.rnnRelu(input, classes))));
    }

    /** The same behind a layer that scales each band, which features in decibels need. */
    Design standardised() {
        return own(name, (input, classes) -> {
            var network = table.of(input, classes);
            var layers = new ArrayList<>(network.layers());
            layers.addFirst(new Standardisation());
            return new Network(network.name() + "-standardised", input, layers);
        });
    }

    private static Design published(String name, double paperPercent, Table table) {
        return new Design(name, OptionalDouble.of(paperPercent), table);
    }

    private static Design own(String name, Table table) {
        return new Design(name, OptionalDouble.empty(), table);
    }
}
