package io.timbre.explain.trust;

import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.subject.ExplainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * What is left of maps when the network forgets: cascading parameter randomisation. Layers lose their weights from the
 * last back, one more at a time; the similarity of two maps is Spearman's rank correlation of their amounts. A map that
 * stays as it was shows the input and not what the network has learnt.
 *
 * @see "J. Adebayo et al., Sanity Checks for Saliency Maps, NeurIPS 2018"
 */
public final class Randomisation {

    /**
     * Most similarity to the map of a network that has forgotten everything. An edge detector has 1; honest maps of the
     * shipped model have at most 0.5, which those have that multiply by the input.
     */
    public static final double MOST_SIMILARITY = 0.7;

    private static final long SEED = 1;

    private Randomisation() {}

    /** The mean similarity over the inputs once the last layer has forgotten, then the last two, up to all of them. */
    public static double[] similarities(
            ExplainedModel model, List<float[]> inputs, float[][] maps, Attribution attribution, Progress progress) {
        return IntStream.rangeClosed(1, model.network().learntLayers())
                .mapToDouble(layers -> {
                    progress.at((layers - 1.0) / model.network().learntLayers());
                    try (var forgetful = model.randomised(layers, SEED)) {
                        return similarity(maps, attribution.maps(forgetful, inputs));
                    }
                })
                .toArray();
    }

    /** A copy of the model that has forgotten everything. */
    public static ExplainedModel forgetful(ExplainedModel model) {
        return model.randomised(model.network().learntLayers(), SEED);
    }

    /** The mean similarity of maps, each to the other of its place. */
    public static double similarity(float[][] maps, float[][] others) {
        return IntStream.range(0, maps.length)
                .mapToDouble(i -> similarity(maps[i], others[i]))
                .average()
                .orElse(0);
    }

    /** What an explanation must have on its side: that it changes when the network forgets everything. */
    public static Check check(double similarity, String failure) {
        return Check.gate("similarity-randomised", similarity, similarity <= MOST_SIMILARITY, failure);
    }

    /** Spearman's rank correlation of the amounts; of a map without any shape, 0 but to itself. */
    public static double similarity(float[] map, float[] other) {
        if (Arrays.equals(map, other)) {
            return 1;
        }
        double correlation = new SpearmansCorrelation().correlation(amounts(map), amounts(other));
        return Double.isNaN(correlation) ? 0 : correlation;
    }

    private static double[] amounts(float... map) {
        return IntStream.range(0, map.length).mapToDouble(i -> Math.abs(map[i])).toArray();
    }
}
