package io.timbre.signal.frontend;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What is said of one column of two tables. */
final class ColumnStatistics {
    private ColumnStatistics() {}

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Standard deviation. */
    static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Pearson's. */
    static double correlation(double[] first, double[] second) {
        double firstMean = mean(first);
        double secondMean = mean(second);
        double covariance = IntStream.range(0, first.length)
                .mapToDouble(i -> (first[i] - firstMean) * (second[i] - secondMean))
                .average()
                .orElseThrow();
        return covariance / (deviation(first) * deviation(second));
    }
}
