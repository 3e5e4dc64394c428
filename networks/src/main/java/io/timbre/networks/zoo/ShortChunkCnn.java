package io.timbre.networks.zoo;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.GlobalAveragePool;
import io.timbre.networks.table.MaxPool;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.Standardisation;
import java.util.List;

/**
 * Our network for two seconds of log-mel: 3x3 convolutions over a short chunk with global pooling, after the
 * short-chunk CNN, with fewer and narrower layers because GTZAN is small (a fifth layer and twice the channels
 * overfit), and without batch normalisation because explanations take gradients through it.
 *
 * @see "M. Won et al., Evaluation of CNN-based Automatic Music Tagging Models, SMC 2020"
 */
final class ShortChunkCnn {

    private ShortChunkCnn() {}

    static Network network(int classes) {
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
