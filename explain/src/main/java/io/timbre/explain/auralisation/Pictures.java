package io.timbre.explain.auralisation;

import io.timbre.explain.answer.Artifact;
import io.timbre.explain.featuremap.FeatureLayer;
import io.timbre.explain.subject.Recording;
import io.timbre.networks.gradient.DifferentiableModel;
import io.timbre.signal.picture.BandAxis;
import io.timbre.signal.picture.ColourScale;
import io.timbre.signal.picture.ColourTable;
import io.timbre.signal.picture.Look;
import io.timbre.signal.picture.Range;
import io.timbre.signal.picture.SpectrogramPicture;
import io.timbre.signal.picture.Theme;
import io.timbre.signal.picture.TiledPicture;
import io.timbre.signal.picture.TiledPicture.Tile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Pictures of segments one after the other, on the time of their sound. */
final class Pictures {

    private static final Look LOOK = new Look(640, 300, Theme.LIGHT);
    private static final double SHOWN_DB = 80;
    private static final float FLOOR = 1e-5f;
    private static final int KERNEL_PIXELS = 20;
    private static final int KERNELS_WIDTH = 900;

    private final Recording original;
    private final ColourScale scale;

    /** @param original to whose level all spectrograms are coloured */
    Pictures(Recording original) {
        this.original = original;
        this.scale = ColourScale.loudest(ColourTable.MAGMA, decibels(original.inputs()), SHOWN_DB);
    }

    /** @param inputs a front end's array a segment */
    Artifact spectrogram(String name, String title, List<float[]> inputs) {
        return picture(name, title, decibels(inputs), scale);
    }

    Artifact mask(String name, String title, List<float[]> masks) {
        return picture(
                name,
                title,
                original.cellsEndToEnd(masks),
                new ColourScale(ColourTable.INFERNO, "gain", new Range(0, 1)));
    }

    private Artifact picture(String name, String title, float[] values, ColourScale scale) {
        double secondsPerFrame = original.secondsPerFrameEndToEnd();
        var axis = BandAxis.at(original.frontEnd().bandCentresHz());
        return Artifact.png(name, new SpectrogramPicture(title, values, secondsPerFrame, axis, scale).draw(LOOK));
    }

    private float[] decibels(List<float[]> inputs) {
        var values = original.cellsEndToEnd(inputs);
        if (!original.frontEnd().isLogarithmic()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (20 * Math.log10(Math.max(FLOOR, values[i])));
            }
        }
        return values;
    }

    /** The kernels of a convolution of one channel, as Choi's Figure 4: frequency upwards, time to the right. */
    static Artifact kernels(DifferentiableModel network, FeatureLayer layer, int rows) {
        var kernels = network.kernels(layer.own());
        int cells = kernels.length / layer.features();
        var scale = ColourScale.signed("", kernels);
        var tiles = IntStream.range(0, layer.features())
                .mapToObj(feature -> new Tile(
                        Integer.toString(feature),
                        Arrays.copyOfRange(kernels, feature * cells, (feature + 1) * cells),
                        rows,
                        scale,
                        false))
                .toList();
        var picture = new TiledPicture(
                layer.name() + ": kernels, red for, blue against", tiles, KERNEL_PIXELS, KERNEL_PIXELS);
        return Artifact.png(layer.name() + "-kernels.png", picture.draw(KERNELS_WIDTH, Theme.LIGHT));
    }
}
