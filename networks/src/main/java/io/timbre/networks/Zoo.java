package io.timbre.networks;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.Layer.Convolution;
import io.timbre.networks.Layer.Dropout;
import io.timbre.networks.Layer.FullyConnected;
import io.timbre.networks.Layer.GlobalAveragePool;
import io.timbre.networks.Layer.MaxPool;
import io.timbre.networks.Layer.Relu;
import io.timbre.networks.Layer.Standardisation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** The networks by name. A new one is one description and one line in {@link #NETWORKS}. */
public final class Zoo {

    private static final Map<String, IntFunction<Network>> NETWORKS =
            new TreeMap<>(Map.of("short-chunk-cnn", Zoo::shortChunkCnn));

    private Zoo() {}

    /**
     * The network of this name with as many logits as there are classes.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Network network(String name, int classes) {
        var network = NETWORKS.get(name);
        if (network == null) {
            throw new IllegalArgumentException("network must be one of " + names() + ": was " + name);
        }
        return network.apply(classes);
    }

    /** The names that {@link #network} knows. */
    public static Set<String> names() {
        return NETWORKS.keySet();
    }

    /**
     * Our network for two seconds of log-mel: 3x3 convolutions over a short chunk with global pooling, after the
     * short-chunk CNN, with fewer and narrower layers because GTZAN is small (a fifth layer and twice the channels
     * overfit), and without batch normalisation because explanations take gradients through it.
     *
     * @see "M. Won et al., Evaluation of CNN-based Automatic Music Tagging Models, SMC 2020"
     */
    private static Network shortChunkCnn(int classes) {
        return new Network(
                "short-chunk-cnn",
                new Shape(1, 128, 87),
                List.of(
                        new Standardisation(),
                        Convolution.same(16, 3), // 16 x 128 x 87
                        new Relu(),
                        new MaxPool(2),
                        Convolution.same(32, 3), // 32 x 64 x 43
                        new Relu(),
                        new MaxPool(2),
                        Convolution.same(48, 3), // 48 x 32 x 21
                        new Relu(),
                        new MaxPool(2),
                        Convolution.same(64, 3), // 64 x 16 x 10
                        new Relu(),
                        new MaxPool(2),
                        new GlobalAveragePool(), // 64
                        new Dropout(0.5f),
                        new FullyConnected(classes)));
    }
}
