package io.timbre.trainer.champion;

import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * Where a proportion lies with 95 % confidence, judged from a sample: Wilson's score interval, without continuity
 * correction, which stays sensible for few tracks and for proportions near 0 and 1.
 *
 * @see "R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 1998, method 3"
 */
public record WilsonInterval(double low, double high) {

    private static final double LEVEL = 0.95;

    /** The interval of {@code hits} in {@code trials}; the whole of 0 to 1 for no trials. */
    public static WilsonInterval of(int hits, int trials) {
        if (trials == 0) {
            return new WilsonInterval(0, 1);
        }
        var interval = new WilsonScoreInterval().createInterval(trials, hits, LEVEL);
        return new WilsonInterval(Math.max(0, interval.getLowerBound()), Math.min(1, interval.getUpperBound()));
    }
}
