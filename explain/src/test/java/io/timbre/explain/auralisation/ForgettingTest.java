package io.timbre.explain.auralisation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.featuremap.FeatureLayer;
import io.timbre.explain.featuremap.FeatureLayers;
import io.timbre.explain.subject.Recording;
import io.timbre.explain.subject.ToyModel;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.signal.Audio;
import io.timbre.signal.frontend.LogMel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForgettingTest {
    private static final int FEATURES = 8;

    /** Kernels of one cell: what comes of an input below zero depends on nothing but their sign. */
    private static final Network NETWORK = new Network(
            "signs",
            new Shape(1, 2, 4),
            List.of(Convolution.same(FEATURES, 1), new Relu(), new Flatten(), new FullyConnected(2)));

    private static final FeatureLayer LAYER = FeatureLayers.of(NETWORK).named("conv1");

    private static final float[] FLAT = {-1, -1, -1, -1, -1, -1, -1, -1};
    private static final float[] STEEP = {-1, -2, -3, -4, -5, -6, -7, -8};

    @Test
    void judgesEachFeatureByItself() {
        // a kernel that is drawn below zero gives the same map again, one above zero gives none
        assertThat(similarities(List.of(STEEP, STEEP), List.of(new float[8], new float[8])))
                .containsOnly(0.0, 1.0)
                .hasSize(FEATURES);
    }

    @Test
    void judgesWhereTheFeatureIsStrongest() {
        // of a flat map there is nothing to correlate
        var inputs = List.of(FLAT, FLAT, STEEP, STEEP);
        assertThat(similarities(inputs, List.of(gains(0), gains(0), gains(1), gains(1))))
                .contains(1.0);
        assertThat(similarities(inputs, List.of(gains(1), gains(1), gains(0), gains(0))))
                .containsOnly(0.0);
    }

    @Test
    void namesTheFeaturesThatFail() {
        var features =
                List.of(feature(2, List.of()).judged(0.1), feature(5, List.of()).judged(0.9));

        var quality = Auralisation.quality(features);
        assertThat(quality.checks())
                .filteredOn(check -> check.failure().isPresent())
                .extracting(Check::name)
                .containsExactly("similarity-randomised");
        assertThat(quality.warning().orElseThrow()).endsWith("nearly the same map for conv1 feature 5.");
        assertThat(Auralisation.words(features))
                .startsWith("To be believed: conv1 feature 2; not to be believed: conv1 feature 5.")
                .element(1)
                .asString()
                .startsWith("Not to be believed: conv1 feature 5 hears");
    }

    private static List<Double> similarities(List<float[]> inputs, List<float[]> masks) {
        var kernels = new float[FEATURES];
        for (int feature = 0; feature < FEATURES; feature++) {
            kernels[feature] = -1 - feature;
        }
        var features = IntStream.range(0, FEATURES)
                .mapToObj(feature -> feature(feature, masks))
                .toList();
        try (var model =
                ToyModel.of(NETWORK, kernels, new float[FEATURES], new float[2 * FEATURES * 8], new float[2])) {
            return Forgetting.judged(model, inputs, features, Progress.UNHEARD).stream()
                    .map(HeardFeature::similarityRandomised)
                    .map(value -> Math.round(1e6 * value) / 1e6)
                    .toList();
        }
    }

    private static float[] gains(float gain) {
        var gains = new float[8];
        Arrays.fill(gains, gain);
        return gains;
    }

    private static HeardFeature feature(int feature, List<float[]> masks) {
        var nothing =
                new Segments(new Recording(new Audio(new float[0], 22_050), LogMel.standard(), List.of()), List.of());
        return new HeardFeature(LAYER, feature, masks, nothing, 0, 0.5, 0.9, 0.1, new Band(100, 200), 0);
    }
}
