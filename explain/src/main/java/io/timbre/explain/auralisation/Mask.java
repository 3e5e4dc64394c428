package io.timbre.explain.auralisation;

import java.util.Arrays;
import java.util.List;

/**
 * From deconvolved maps to gains: what speaks against the feature becomes 0, the strongest of what speaks for it 1. All
 * segments of a track share a scale, so that the feature is louder where it is stronger.
 */
final class Mask {

    /** Of the cells that speak for a feature, the strongest share is heard in full: else one cell would quieten all. */
    private static final double IN_FULL = 0.05;

    private Mask() {}

    /** Gains from 0 to 1 for each map; zeros if nothing speaks for the feature. */
    static List<float[]> of(List<float[]> maps) {
        float full = full(maps);
        return maps.stream().map(map -> gains(map, full)).toList();
    }

    private static float[] gains(float[] map, float full) {
        var gains = new float[map.length];
        for (int i = 0; i < map.length; i++) {
            gains[i] = map[i] > 0 ? Math.min(1, map[i] / full) : 0;
        }
        return gains;
    }

    private static float full(List<float[]> maps) {
        int positive = 0;
        var values = new float[maps.stream().mapToInt(map -> map.length).sum()];
        for (var map : maps) {
            for (float value : map) {
                if (value > 0) {
                    values[positive++] = value;
                }
            }
        }
        Arrays.sort(values, 0, positive);
        return positive == 0 ? 1 : values[(int) ((1 - IN_FULL) * (positive - 1))];
    }
}
