package io.timbre.signal.picture;

import java.util.stream.DoubleStream;

/**
 * The values between the ends of an axis.
 *
 * @param min finite
 * @param max finite, above min
 */
public record Range(double min, double max) {
    private static final int PARTS = 10;

    public Range {
        if (!Double.isFinite(min) || !Double.isFinite(max) || !(min < max)) {
            throw new IllegalArgumentException("min must be finite and < max: was " + min + " to " + max);
        }
    }

    /**
     * The least range with round ends that holds the values; a tenth about a lone value.
     *
     * @throws IllegalArgumentException if a value is not finite, or there is none
     */
    public static Range around(double... values) {
        double min = DoubleStream.of(values).min().orElse(Double.NaN);
        double max = DoubleStream.of(values).max().orElse(Double.NaN);
        if (min == max) {
            double margin = min == 0 ? 1 : 0.1 * Math.abs(min);
            return new Range(min - margin, max + margin);
        }
        double step = RoundNumbers.step(new Range(min, max).span(), PARTS);
        return new Range(step * Math.floor(min / step + 1e-9), step * Math.ceil(max / step - 1e-9));
    }

    double span() {
        return max - min;
    }

    /** Where a value stands: 0 at the least, 1 at the greatest. */
    double share(double value) {
        return (value - min) / span();
    }
}
