package io.timbre.cli;

import java.util.Arrays;

/**
 * How long a job takes one contestant.
 *
 * @param millis median over the rounds, of the milliseconds a track
 * @param spread median of what the rounds are off by, in the same unit
 */
record Timing(double millis, double spread) {
    static Timing of(double... rounds) {
        double median = median(rounds);
        return new Timing(
                median,
                median(Arrays.stream(rounds)
                        .map(round -> Math.abs(round - median))
                        .toArray()));
    }

    private static double median(double[] values) {
        var ascending = values.clone();
        Arrays.sort(ascending);
        int upper = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[upper] : (ascending[upper - 1] + ascending[upper]) / 2;
    }
}
