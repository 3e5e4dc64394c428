package io.timbre.explain.featuremap;

import io.timbre.explain.answer.Check;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.trust.Randomisation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether what layers make of an input is of what the network has learnt: it must change when the network forgets it all,
 * else it shows the input and not the features.
 *
 * <p>A feature that is drawn anew may be as well turned upside down, so that alike here means either way up.
 *
 * @param similarities of each layer, 0 to 1: the mean over its features that are not silent
 */
record Forgetting(Map<FeatureLayer, Double> similarities) {

    /** @param activations of the network's layers for the input */
    static Forgetting of(ExplainedModel model, List<FeatureLayer> layers, float[] input, List<float[]> activations) {
        var similarities = new LinkedHashMap<FeatureLayer, Double>();
        try (var forgetful = Randomisation.forgetful(model)) {
            var others = forgetful.network().activations(input);
            for (var layer : layers) {
                similarities.put(layer, similarity(layer, activations.get(layer.output()), others.get(layer.output())));
            }
        }
        return new Forgetting(similarities);
    }

    private static double similarity(FeatureLayer layer, float[] learnt, float[] forgotten) {
        var maps = maps(layer, learnt);
        var others = maps(layer, forgotten);
        return IntStream.range(0, maps.length)
                .filter(feature -> !isSilent(maps[feature]))
                .mapToDouble(feature -> Math.abs(Randomisation.similarity(maps[feature], others[feature])))
                .average()
                .orElse(0);
    }

    /** A row a feature. */
    private static float[][] maps(FeatureLayer layer, float[] activation) {
        var maps = new float[layer.features()][layer.cells()];
        for (int feature = 0; feature < maps.length; feature++) {
            for (int cell = 0; cell < layer.cells(); cell++) {
                maps[feature][cell] = activation[layer.at(feature, cell)];
            }
        }
        return maps;
    }

    private static boolean isSilent(float... map) {
        for (float value : map) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /** Of the layer that stays most as it was. */
    Check check() {
        var alike = similarities.keySet().stream()
                .filter(layer -> similarities.getOrDefault(layer, 0.0) > Randomisation.MOST_SIMILARITY)
                .map(FeatureLayer::name)
                .collect(Collectors.joining(", "));
        return Randomisation.check(
                similarities.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0),
                "A network that has learnt nothing would make nearly the same of it in " + alike + ".");
    }
}
