package io.timbre.trainer.metrics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/** Where a figure lies with 95 % confidence, unless another is named; NaN at both ends where nothing can be said. */
public record Interval(double low, double high) {

    private static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    /** The interval of a mean over runs, such as over seeds, by Student's t; unknown for fewer than two. */
    public static Interval ofMean(double... runs) {
        if (runs.length < 2) {
            return UNKNOWN;
        }
        double mean = StatUtils.mean(runs);
        double error = Math.sqrt(StatUtils.variance(runs) / runs.length);
        double reach = error * new TDistribution(runs.length - 1).inverseCumulativeProbability(0.975);
        return new Interval(mean - reach, mean + reach);
    }

    /** The middle 95 % of a statistic over draws, as {@code numpy.percentile} has it; draws of NaN do not count. */
    static Interval ofDraws(double[] draws) {
        return ofDraws(draws, 0.95);
    }

    /** @param confidence share of the draws that the interval holds, those in the middle, in (0, 1) */
    static Interval ofDraws(double[] draws, double confidence) {
        var known = Arrays.stream(draws).filter(draw -> !Double.isNaN(draw)).toArray();
        if (known.length == 0) {
            return UNKNOWN;
        }
        var percentile = new Percentile().withEstimationType(EstimationType.R_7);
        percentile.setData(known);
        double outside = 50 * (1 - confidence);
        return new Interval(percentile.evaluate(outside), percentile.evaluate(100 - outside));
    }
}
