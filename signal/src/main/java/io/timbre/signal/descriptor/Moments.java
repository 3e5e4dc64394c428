package io.timbre.signal.descriptor;

/** Mean and population variance, {@code numpy.mean} and {@code numpy.var}. */
public record Moments(double mean, double variance) {
    /** @throws IllegalArgumentException if there are no values */
    public static Moments of(float... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values must not be empty");
        }
        double mean = sum(values) / values.length;
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Moments(mean, squares / values.length);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
