package io.timbre.networks.zoo;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.AveragePool;
import io.timbre.networks.table.BatchNormalisation;
import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.GaborBank;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.Logarithm;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.SegmentNormalisation;
import io.timbre.networks.table.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Our network for 7.5 s of a linear spectrogram: how strongly it moves, at which rates, in which bands, measured by kernels
 * that are not learnt, since six hundred tracks are too few to learn them better; then two layers that are. A gain, or the
 * unknown range of a picture, changes nothing.
 */
public final class GaborMlp {

    static final String NAME = "gabor-mlp";

    /** One channel, bands, frames. */
    private static final Shape SEGMENT = new Shape(1, 128, 62);

    /** Hidden units of one that is trained, {@link #MEMBERS} of which stand side by side in the one that is served. */
    private static final int UNITS = 256;

    /** So many are trained, and the mean of their logits is served. */
    public static final int MEMBERS = 3;

    private GaborMlp() {}

    static Network network(int classes) {
        var layers = fixed();
        layers.addAll(List.of(new Dropout(0.2f), new FullyConnected(MEMBERS * UNITS)));
        layers.addAll(List.of(new Relu(), new Dropout(0.5f), new FullyConnected(classes)));
        return new Network(NAME, SEGMENT, layers);
    }

    /** A member: what the fixed layers give is standardised, by the statistics of its training. */
    static Network trainee(int classes) {
        var layers = fixed();
        layers.addAll(List.of(new BatchNormalisation(), new Dropout(0.2f), new FullyConnected(UNITS)));
        layers.addAll(List.of(new Relu(), new Dropout(0.5f), new FullyConnected(classes)));
        return new Network(NAME + "-member", SEGMENT, layers);
    }

    private static List<Layer> fixed() {
        return new ArrayList<>(List.of(
                new SegmentNormalisation(),
                new GaborBank(), // 32 x 72 x 42
                new AveragePool(new Size(GaborBank.COARSENESS, 42)), // 32 x 18 x 1
                new Logarithm(1e-3f),
                new Flatten())); // 576
    }
}
