package io.timbre.networks.zoo;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.MaxPool;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import java.util.ArrayList;
import java.util.List;

/**
 * Choi's five convolutional layers on four seconds of STFT magnitude: {@code (1, 257, 173) -> (classes)}.
 *
 * @see "K. Choi, G. Fazekas and M. Sandler, Explaining deep convolutional neural networks on music classification, 2016"
 */
public final class Choi {

    /** One channel, bins, frames of four seconds. */
    public static final Shape STFT = new Shape(1, 257, 173);

    private static final int CONVOLUTIONS = 5;
    private static final int KERNELS = 64;
    /** The paper does not say how wide its first fully connected layer is. */
    private static final int HIDDEN = 256;

    private Choi() {}

    /** As published, for four seconds. */
    public static Network cnn(int classes) {
        return cnn(STFT, classes);
    }

    /** Five times 64 kernels of 3x3, ReLU, 2x2 max-pool; two fully connected layers with dropout between. */
    public static Network cnn(Shape stft, int classes) {
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < CONVOLUTIONS; i++) {
            layers.addAll(List.of(Convolution.same(KERNELS, 3), new Relu(), new MaxPool(2)));
        }
        layers.addAll(List.of(
                new Flatten(), // 64 x 8 x 5 of four seconds
                new FullyConnected(HIDDEN),
                new Relu(),
                new Dropout(0.5f),
                new FullyConnected(classes)));
        return new Network("choi-cnn", stft, layers);
    }
}
