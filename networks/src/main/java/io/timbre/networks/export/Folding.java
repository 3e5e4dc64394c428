package io.timbre.networks.export;

import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.table.BatchNormalisation;
import io.timbre.networks.table.Branches;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trained batch normalisations multiplied into the convolution or the matrix before them, or else into the matrix behind
 * them: the same answers, up to rounding, of a network that is smaller, faster, and may be asked for gradients.
 */
public final class Folding {

    private Folding() {}

    /**
     * The network without its batch normalisations.
     *
     * @throws IllegalArgumentException if one stands neither behind a convolution or a fully connected layer nor before a
     *     fully connected one
     */
    public static Network of(Network network) {
        return new Network(network.name(), network.inputShape(), folded(network.layers()));
    }

    /** Parameters of {@link #of} from those of the network, both as {@link ParametersFile} has them. */
    public static byte[] parameters(Network network, byte[] parameters) {
        return WeightsFile.write(
                of(network), weights(TrainedNetwork.of(network, parameters).layers()));
    }

    private static List<Layer> folded(List<Layer> layers) {
        var kept = new ArrayList<Layer>();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof BatchNormalisation) {
                requireFoldable(layers, i);
            } else {
                kept.add(
                        layers.get(i) instanceof Branches(List<List<Layer>> branches)
                                ? new Branches(
                                        branches.stream().map(Folding::folded).toList())
                                : layers.get(i));
            }
        }
        return kept;
    }

    private static void requireFoldable(List<Layer> layers, int index) {
        if (!isWeighted(layers, index - 1)
                && !(layers.get(afterDropout(layers, index + 1)) instanceof FullyConnected)) {
            throw new IllegalArgumentException(
                    "a batch normalisation must follow a convolution or a fully connected layer,"
                            + " or stand before a fully connected one, to be folded into it");
        }
    }

    private static boolean isWeighted(List<Layer> layers, int index) {
        return index >= 0 && (layers.get(index) instanceof Convolution || layers.get(index) instanceof FullyConnected);
    }

    /** The first layer from one on that is no dropout; the last if all are. */
    private static int afterDropout(List<Layer> layers, int from) {
        int index = Math.min(from, layers.size() - 1);
        while (index < layers.size() - 1 && layers.get(index) instanceof Dropout) {
            index++;
        }
        return index;
    }

    private static List<Weight> weights(List<TrainedLayer> trained) {
        var layers = trained.stream().map(TrainedLayer::layer).toList();
        var weights = new ArrayList<Weight>();
        Optional<FoldedNormalisation> waiting = Optional.empty();
        for (int i = 0; i < layers.size(); i++) {
            var own = trained.get(i).weights();
            if (layers.get(i) instanceof BatchNormalisation) {
                waiting = isWeighted(layers, i - 1)
                        ? Optional.empty()
                        : Optional.of(FoldedNormalisation.of(trained.get(i)));
                continue;
            }
            if (waiting.isPresent() && layers.get(i) instanceof FullyConnected) {
                own = behind(waiting.get(), own);
                waiting = Optional.empty();
            }
            if (isWeighted(layers, i) && i + 1 < layers.size() && layers.get(i + 1) instanceof BatchNormalisation) {
                own = before(FoldedNormalisation.of(trained.get(i + 1)), own);
            }
            weights.addAll(own);
            trained.get(i).branches().forEach(branch -> weights.addAll(weights(branch)));
        }
        return weights;
    }

    /** A kernel or matrix, its outputs first, and a bias, before a normalisation. */
    private static List<Weight> before(FoldedNormalisation affine, List<Weight> weights) {
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
        return List.of(
                new Weight(weights.getFirst().shape(), kernel),
                new Weight(weights.getLast().shape(), bias));
    }

    /** A matrix {@code (outputs, inputs)} and a bias, behind a normalisation. */
    private static List<Weight> behind(FoldedNormalisation affine, List<Weight> weights) {
        float[] scale = affine.scale().values();
        float[] shift = affine.shift().values();
        var matrix = weights.getFirst().values().clone();
        var bias = weights.getLast().values().clone();
        for (int i = 0; i < matrix.length; i++) {
            bias[i / scale.length] += matrix[i] * shift[i % scale.length];
            matrix[i] *= scale[i % scale.length];
        }
        return List.of(
                new Weight(weights.getFirst().shape(), matrix),
                new Weight(weights.getLast().shape(), bias));
    }
}
