package io.timbre.signal.picture;

/** The extremes of values that can be drawn. */
final class Finite {
    private Finite() {}

    static float least(float[] values) {
        require(values);
        float least = Float.POSITIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    static float greatest(float[] values) {
        require(values);
        float greatest = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }

    /** Refuses NaN and infinity, which have no colour and no place on an axis, and nothing at all. */
    static void require(float... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values must not be empty");
        }
        for (int n = 0; n < values.length; n++) {
            requireFinite(values[n], n);
        }
    }

    static void require(double... values) {
        for (int n = 0; n < values.length; n++) {
            requireFinite(values[n], n);
        }
    }

    private static void requireFinite(double value, int index) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value " + index + " must be finite: was " + value);
        }
    }
}
