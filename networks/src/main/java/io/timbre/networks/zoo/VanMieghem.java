package io.timbre.networks.zoo;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.BandsAsSteps;
import io.timbre.networks.table.Branches;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FramesAsSteps;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.LastStep;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.MaxPool;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Recurrent;
import io.timbre.networks.table.Recurrent.Cell;
import io.timbre.networks.table.Relu;
import java.util.ArrayList;
import java.util.List;

/**
 * Van Mieghem's networks on twelve bands of a few seconds: {@code (1, 12, frames) -> (classes)}.
 *
 * <p>The recurrent ones step over the bands, each step holding all frames of one, since that is what the thesis' code does.
 */
public final class VanMieghem {

    /** Three seconds: one channel, 12 bands, 29 frames. */
    public static final Shape THREE_SECONDS = new Shape(1, 12, 29);

    private static final int KERNELS = 32;

    private VanMieghem() {}

    /** 256, ReLU; 128, ReLU. */
    public static Network dense(Shape bands, int classes) {
        return network(
                "vanmieghem-dense",
                bands,
                List.of(new Flatten(), new FullyConnected(256), new Relu(), new FullyConnected(128), new Relu()),
                classes);
    }

    /** One recurrent layer of 128, tanh. */
    public static Network rnnTanh(Shape bands, int classes) {
        return network(
                "vanmieghem-rnn-tanh",
                bands,
                List.of(new BandsAsSteps(), new Recurrent(Cell.RNN_TANH, 128), new LastStep()),
                classes);
    }

    /** Two recurrent layers of 128 and 256, ReLU. */
    public static Network rnnRelu(Shape bands, int classes) {
        return network("vanmieghem-rnn-relu", bands, recurrent(), classes);
    }

    /** Twice 3x3 kernels, ReLU, 2x2 max-pool; 128, ReLU. About 100,000 parameters with 32 and 32 kernels. */
    public static Network cnn(Shape bands, int kernels1, int kernels2, int classes) {
        var layers = new ArrayList<>(convolutional(kernels1, kernels2));
        layers.addAll(List.of(new FullyConnected(128), new Relu()));
        return network("vanmieghem-cnn", bands, layers, classes);
    }

    /** The CNN's and the two recurrent layers' features side by side; 128, ReLU. About 250,000 parameters. */
    public static Network combined(Shape bands, int classes) {
        return network(
                "vanmieghem-combined",
                bands,
                List.of(
                        new Branches(List.of(convolutional(KERNELS, KERNELS), recurrent())),
                        new FullyConnected(128),
                        new Relu()),
                classes);
    }

    /** A recurrent one of these, stepping over time instead: each step holds all bands of a frame, as the thesis says. */
    public static Network overTime(Network network) {
        return new Network(
                network.name() + "-over-time",
                network.inputShape(),
                network.layers().stream()
                        .map(layer -> layer instanceof BandsAsSteps ? new FramesAsSteps() : layer)
                        .toList());
    }

    private static List<Layer> convolutional(int kernels1, int kernels2) {
        return List.of(
                Convolution.same(kernels1, 3),
                new Relu(),
                new MaxPool(2),
                Convolution.same(kernels2, 3),
                new Relu(),
                new MaxPool(2),
                new Flatten());
    }

    private static List<Layer> recurrent() {
        return List.of(
                new BandsAsSteps(),
                new Recurrent(Cell.RNN_RELU, 128),
                new Recurrent(Cell.RNN_RELU, 256),
                new LastStep());
    }

    private static Network network(String name, Shape bands, List<Layer> body, int classes) {
        var layers = new ArrayList<>(body);
        layers.add(new FullyConnected(classes));
        return new Network(name, bands, layers);
    }
}
