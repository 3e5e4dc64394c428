package io.timbre.cli;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Network;
import java.util.Locale;

/** What a network can be timed at. */
enum NetworkTask {
    /** From numbers to logits in the caller's memory. */
    PREDICTION(1),
    /** From numbers to weights that have moved: forward with dropout, loss, backward, Adam. */
    TRAINING(3);

    private final int copies;

    /** @param copies of all activations, roughly: themselves, their gradients, and what a step back needs besides */
    NetworkTask(int copies) {
        this.copies = copies;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the activations of a batch need, roughly: those inside of branches are not counted. */
    double gigabytes(Network network, int batch) {
        long values = network.outputShapes().stream().mapToLong(Shape::size).sum();
        return (double) copies * batch * values * Float.BYTES / 1e9;
    }
}
