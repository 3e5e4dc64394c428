package io.timbre.networks.export;

import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.table.Network;
import java.util.List;

/** A network and the numbers that its layers hold: all that an export is made from. */
public final class TrainedNetwork {

    private final Network network;
    private final List<TrainedLayer> layers;

    private TrainedNetwork(Network network, List<TrainedLayer> layers) {
        this.network = network;
        this.layers = layers;
    }

    /** The network with the parameters that a model of it holds now, copied. */
    public static TrainedNetwork of(Network network, Model model) {
        return new TrainedNetwork(network, TrainedLayer.of(network.inputShape(), network.layers(), model.getBlock()));
    }

    /**
     * The network with the parameters of a file that {@link ParametersFile#write} gave.
     *
     * @throws IllegalArgumentException if they are damaged or another network's
     */
    public static TrainedNetwork of(Network network, byte[] parameters) {
        try (var model = ComputeEngine.MXNET.newModel(network)) {
            ParametersFile.read(parameters, model, network);
            return of(network, model);
        }
    }

    String name() {
        return network.name();
    }

    Shape inputShape() {
        return network.inputShape();
    }

    Shape outputShape() {
        return network.outputShapes().getLast();
    }

    List<TrainedLayer> layers() {
        return layers;
    }
}
