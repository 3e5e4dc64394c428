package io.timbre.signal.frontend;

import java.util.Arrays;

/** From 0, the least of some values, to 1, the largest. */
final class UnitRange {
    private UnitRange() {}

    /** Scales them all alike; values that do not differ become 0. */
    static float[] scale(double[] values) {
        double least = Arrays.stream(values).min().orElse(0);
        double range = Arrays.stream(values).max().orElse(0) - least;
        float[] scaled = new float[values.length];
        if (range > 0) {
            for (int i = 0; i < values.length; i++) {
                scaled[i] = (float) ((values[i] - least) / range);
            }
        }
        return scaled;
    }
}
