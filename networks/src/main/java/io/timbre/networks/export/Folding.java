package io.timbre.networks.export;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.table.BatchNormalisation;
import io.timbre.networks.table.Branches;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Trained batch normalisations multiplied into the convolution or the matrix before them: the same answers, up to rounding,
 * of a network that is smaller, faster, and may be asked for gradients.
 */
public final class Folding {

    private Folding() {}

    /**
     * The network without its batch normalisations.
     *
     * @throws IllegalArgumentException if one does not follow a convolution or a fully connected layer
     */
    public static Network of(Network network) {
        return new Network(network.name(), network.inputShape(), folded(network.layers()));
    }

    /** Parameters of {@link #of} from those of the network, both as {@link ParametersFile} has them. */
    public static byte[] parameters(Network network, byte[] parameters) {
        var folded = of(network);
        var weights = weights(TrainedNetwork.of(network, parameters).layers());
        try (var model = ComputeEngine.MXNET.newModel(folded)) {
            var block = model.getBlock();
            block.initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1).addAll(folded.inputShape()));
            var arrays = block.getParameters().values();
            for (int i = 0; i < weights.size(); i++) {
                arrays.get(i).getArray().set(weights.get(i).values());
            }
            return ParametersFile.write(model);
        }
    }

    private static List<Layer> folded(List<Layer> layers) {
        var kept = new ArrayList<Layer>();
        for (var layer : layers) {
            if (!(layer instanceof BatchNormalisation)) {
                kept.add(
                        layer instanceof Branches(List<List<Layer>> branches)
                                ? new Branches(
                                        branches.stream().map(Folding::folded).toList())
                                : layer);
            } else if (kept.isEmpty()
                    || !(kept.getLast() instanceof Convolution || kept.getLast() instanceof FullyConnected)) {
                throw new IllegalArgumentException(
                        "a batch normalisation must follow a convolution or a fully connected layer to be folded into it");
            }
        }
        return kept;
    }

    private static List<Weight> weights(List<TrainedLayer> layers) {
        var weights = new ArrayList<Weight>();
        for (int i = 0; i < layers.size(); i++) {
            var layer = layers.get(i);
            if (layer.layer() instanceof BatchNormalisation) {
                continue;
            }
            boolean normalised = i + 1 < layers.size() && layers.get(i + 1).layer() instanceof BatchNormalisation;
            weights.addAll(normalised ? folded(layer.weights(), layers.get(i + 1)) : layer.weights());
            layer.branches().forEach(branch -> weights.addAll(weights(branch)));
        }
        return weights;
    }

    /** A kernel or matrix, its outputs first, and a bias. */
    private static List<Weight> folded(List<Weight> weights, TrainedLayer normalisation) {
        var affine = FoldedNormalisation.of(normalisation);
        float[] scale = affine.scale().values();
        var kernel = weights.getFirst().values().clone();
        var bias = weights.getLast().values().clone();
        int size = kernel.length / scale.length;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] *= scale[i / size];
        }
        for (int i = 0; i < bias.length; i++) {
            bias[i] = bias[i] * scale[i] + affine.shift().values()[i];
        }
        return Stream.of(
                        new Weight(weights.getFirst().shape(), kernel),
                        new Weight(weights.getLast().shape(), bias))
                .toList();
    }
}
