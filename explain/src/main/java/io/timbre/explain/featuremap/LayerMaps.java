package io.timbre.explain.featuremap;

import io.timbre.explain.featuremap.FeatureLayer.Kind;
import io.timbre.networks.gradient.DifferentiableModel;
import io.timbre.signal.picture.ColourScale;
import io.timbre.signal.picture.ColourTable;
import io.timbre.signal.picture.TiledPicture;
import io.timbre.signal.picture.TiledPicture.Tile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What the features of one layer make of a track.
 *
 * @param strongest what they make of its strongest segment, as the layer gives it
 */
@SuppressWarnings("ArrayRecordComponent") // drawn once and never compared
record LayerMaps(FeatureLayer layer, float[] strongest, List<Twins> twins, List<Integer> silent) {

    private static final double TILE_PIXELS = 92;

    static LayerMaps of(FeatureLayer layer, DifferentiableModel network, Likeness likeness, float[] strongest) {
        var kernels = layer.kind() == Kind.CONVOLUTION ? network.kernels(layer.own()) : new float[0];
        var twins = new ArrayList<Twins>();
        for (int a = 0; a < layer.features(); a++) {
            for (int b = a + 1; b < layer.features(); b++) {
                twins.add(new Twins(a, b, cosine(layer, kernels, a, b), likeness.correlation(a, b)));
            }
        }
        var silent = IntStream.range(0, layer.features())
                .filter(likeness::isSilent)
                .boxed()
                .toList();
        return new LayerMaps(
                layer, strongest, twins.stream().filter(Twins::areNear).toList(), silent);
    }

    private static OptionalDouble cosine(FeatureLayer layer, float[] kernels, int a, int b) {
        return kernels.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Likeness.cosine(kernels, kernels.length / layer.features(), a, b));
    }

    /** All maps, near-duplicates framed and each with the number of the first that it is like. */
    TiledPicture picture() {
        return new TiledPicture(
                layer.name() + ": " + layer.features() + " maps of " + layer.bands() + " bands x " + layer.frames()
                        + " frames",
                IntStream.range(0, layer.features()).mapToObj(this::tile).toList(),
                TILE_PIXELS / layer.frames(),
                TILE_PIXELS / layer.bands());
    }

    private Tile tile(int feature) {
        var map = Arrays.copyOfRange(strongest, feature * layer.cells(), (feature + 1) * layer.cells());
        return new Tile(
                name(feature),
                map,
                layer.bands(),
                ColourScale.fitted(ColourTable.MAGMA, "", map),
                twins.stream().anyMatch(pair -> pair.first() == feature || pair.second() == feature));
    }

    private String name(int feature) {
        if (silent.contains(feature)) {
            return feature + " silent";
        }
        return twins.stream()
                .filter(pair -> pair.second() == feature)
                .findFirst()
                .map(pair -> feature + " like " + pair.first())
                .orElse(Integer.toString(feature));
    }

    /** In a sentence. */
    String words() {
        return layer.name() + ": " + layer.features() + " maps, " + twins.size() + " near-duplicate "
                + (twins.size() == 1 ? "pair" : "pairs") + ", " + silent.size() + " silent in this track.";
    }

    Map<String, Object> finding() {
        var finding = new LinkedHashMap<String, Object>();
        finding.put("layer", layer.name());
        finding.put("features", layer.features());
        finding.put("bands", layer.bands());
        finding.put("frames", layer.frames());
        finding.put("silent", silent);
        finding.put("near_duplicates", twins.stream().map(Twins::finding).toList());
        return finding;
    }
}
