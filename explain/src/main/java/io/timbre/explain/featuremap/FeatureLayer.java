package io.timbre.explain.featuremap;

import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;

/**
 * A layer whose features can be asked about.
 *
 * @param name such as {@code conv2}: the second convolution from the input on
 * @param own position of the layer itself in the network, from 0
 * @param output position of the layer that gives the feature maps: the activation after a convolution, if there is one
 * @param features feature maps, or units of a recurrent layer
 * @param bands rows of a feature map; 1 of a recurrent layer
 * @param frames columns of a feature map, or steps of a recurrent layer
 */
public record FeatureLayer(String name, Kind kind, int own, int output, int features, int bands, int frames) {

    /** What a layer does. */
    public enum Kind {
        CONVOLUTION("conv"),
        POOL("pool"),
        RECURRENT("rnn");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Whether its features are pictures, with a place in the spectrogram. */
    public boolean hasMaps() {
        return kind != Kind.RECURRENT;
    }

    /** Cells of a feature. */
    public int cells() {
        return bands * frames;
    }

    /** Where in the layer's output a cell of a feature is: steps of recurrent layers hold all units. */
    int at(int feature, int cell) {
        return hasMaps() ? feature * cells() + cell : cell * features + feature;
    }

    /** @throws RejectedException if the layer has no such feature */
    public int requireFeature(int feature) {
        if (feature < 0 || feature >= features) {
            throw new RejectedException(
                    Reason.UNKNOWN_LAYER, name + " has no feature " + feature + "; it has 0 to " + (features - 1));
        }
        return feature;
    }
}
