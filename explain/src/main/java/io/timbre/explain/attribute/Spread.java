package io.timbre.explain.attribute;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A mean over features and how far it may be trusted.
 *
 * @param deviation of the features, with n - 1; 0 of one
 * @param margin half of the 95 % confidence interval of the mean, by Student's t; 0 of one, of which nothing is known
 */
public record Spread(double mean, double deviation, double margin, int count) {

    private static final double UPPER = 0.975;

    /** Of those values that are numbers; zeros if there are none. */
    static Spread of(double... values) {
        var numbers = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (numbers.length == 0) {
            return new Spread(0, 0, 0, 0);
        }
        if (numbers.length == 1) {
            return new Spread(numbers[0], 0, 0, 1);
        }
        double deviation = Math.sqrt(StatUtils.variance(numbers));
        double t = new TDistribution(numbers.length - 1).inverseCumulativeProbability(UPPER);
        double margin = t * deviation / Math.sqrt(numbers.length);
        return new Spread(StatUtils.mean(numbers), deviation, margin, numbers.length);
    }

    /** Whether the whole interval lies above zero; of one feature nothing is known. */
    boolean isAboveZero() {
        return count > 1 && mean - margin > 0;
    }

    /** Whether the whole interval lies below zero; of one feature nothing is known. */
    boolean isBelowZero() {
        return count > 1 && mean + margin < 0;
    }

    /** Such as {@code 0.31 ± 0.05}. */
    String words() {
        return count == 1
                ? String.format(Locale.ROOT, "%.2f (one feature)", mean)
                : String.format(Locale.ROOT, "%.2f ± %.2f", mean, margin);
    }
}
