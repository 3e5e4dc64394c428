package io.timbre.explain.attribute;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was found of one layer.
 *
 * @param layer its name, or {@code input}
 * @param correlations of the deconvolved maps of two signals that differ in one attribute, averaged over the pairs:
 *     the mean over the layer's features. Near 1: the attribute hardly matters
 * @param onsets correlation over time of what is deconvolved with the onset strength: the mean over the features
 * @param chance the same with the onsets of other sounds
 * @param byFeature the correlations of each feature, the strongest first
 * @param onsetsByFeature the onset correlation of each feature, the strongest first
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
public record AttributeRow(
        String layer,
        Map<Attribute, Spread> correlations,
        Spread onsets,
        Spread chance,
        Map<Attribute, double[]> byFeature,
        double[] onsetsByFeature) {

    /** From where on a feature is said to find onsets. */
    private static final double FINDS = 0.3;

    static AttributeRow of(String layer, Map<Attribute, double[]> byFeature, double[] onsets, double[] chance) {
        var correlations = new LinkedHashMap<Attribute, Spread>();
        byFeature.forEach((attribute, values) -> correlations.put(attribute, Spread.of(values)));
        return new AttributeRow(layer, correlations, Spread.of(onsets), Spread.of(chance), byFeature, onsets);
    }

    Spread of(Attribute attribute) {
        return correlations.getOrDefault(attribute, Spread.of());
    }

    /** The correlation of each feature; not a number of one that was too silent. */
    double[] values(Attribute attribute) {
        return byFeature.getOrDefault(attribute, new double[0]);
    }

    /** Of those that were asked, how many features find onsets, in words such as {@code 3 of 16}. */
    String onsetFinders() {
        return Arrays.stream(onsetsByFeature).filter(value -> value >= FINDS).count() + " of " + onsetsByFeature.length;
    }

    Map<String, Object> finding() {
        var finding = new LinkedHashMap<String, Object>();
        finding.put("layer", layer);
        finding.put("features", of(Attribute.KEY).count());
        for (var attribute : Attribute.values()) {
            finding.put(attribute.label() + "_mean", of(attribute).mean());
            finding.put(attribute.label() + "_deviation", of(attribute).deviation());
        }
        finding.put("onset_correlation", onsets.mean());
        finding.put("onset_deviation", onsets.deviation());
        finding.put("onset_chance", chance.mean());
        finding.put("onset_finders", onsetFinders());
        return finding;
    }
}
