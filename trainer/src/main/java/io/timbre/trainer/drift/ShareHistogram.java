package io.timbre.trainer.drift;

import java.nio.LongBuffer;
import java.util.Arrays;

/** How values between 0 and 1 lie: 64 bins of equal width, and their sum to 2^-24, the precision of a float of that size. */
final class ShareHistogram {

    static final int NUMBERS = 65;

    private static final int BINS = NUMBERS - 1;
    private static final int SUM_UNITS = 1 << 24;

    private final long[] bins = new long[BINS];
    private long sum;

    void add(float share) {
        bins[Math.min(BINS - 1, (int) (share * BINS))]++;
        sum += (long) (share * SUM_UNITS);
    }

    void add(ShareHistogram other) {
        for (int bin = 0; bin < BINS; bin++) {
            bins[bin] += other.bins[bin];
        }
        sum += other.sum;
    }

    void clear() {
        Arrays.fill(bins, 0);
        sum = 0;
    }

    /** The sum of what was added. */
    double sum() {
        return (double) sum / SUM_UNITS;
    }

    /** Share of the values in each bin, of which there were {@code count}. */
    double[] shares(long count) {
        return Arrays.stream(bins).mapToDouble(bin -> (double) bin / count).toArray();
    }

    /** Width of a bin. */
    static double binWidth() {
        return 1.0 / BINS;
    }

    void write(LongBuffer numbers) {
        numbers.put(bins).put(sum);
    }

    void read(LongBuffer numbers) {
        numbers.get(bins);
        sum = numbers.get();
    }
}
