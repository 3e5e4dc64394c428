package io.timbre.explain.attribute;

import java.util.Optional;

/**
 * A map less its mean, of length one, so that a product of two is their correlation.
 *
 * @param values not copied
 */
@SuppressWarnings("ArrayRecordComponent") // multiplied and never compared
record UnitMap(float[] values) {

    /** Empty of a constant map, which correlates with nothing. */
    static Optional<UnitMap> of(float[] map) {
        double sum = 0;
        for (float value : map) {
            sum += value;
        }
        double mean = sum / map.length;
        double squares = 0;
        for (float value : map) {
            squares += (value - mean) * (value - mean);
        }
        if (squares == 0) {
            return Optional.empty();
        }
        double scale = 1 / Math.sqrt(squares);
        var values = new float[map.length];
        for (int i = 0; i < map.length; i++) {
            values[i] = (float) ((map[i] - mean) * scale);
        }
        return Optional.of(new UnitMap(values));
    }

    /** Pearson's. */
    double correlation(UnitMap other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return sum;
    }
}
