package io.timbre.explain.featuremap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Two features of a layer that say nearly the same.
 *
 * @param kernels cosine of the angle between their kernels; empty of a layer without
 * @param maps correlation of their maps over the track
 */
record Twins(int first, int second, OptionalDouble kernels, double maps) {

    /** From where on two features count as near-duplicates. */
    static final double NEAR = 0.9;

    boolean areNear() {
        return maps >= NEAR || kernels.orElse(0) >= NEAR;
    }

    Map<String, Object> finding() {
        var finding = new LinkedHashMap<String, Object>();
        finding.put("features", List.of(first, second));
        kernels.ifPresent(cosine -> finding.put("kernel_cosine", cosine));
        finding.put("map_correlation", maps);
        return finding;
    }
}
