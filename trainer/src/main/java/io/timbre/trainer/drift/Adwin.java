package io.timbre.trainer.drift;

import java.nio.DoubleBuffer;
import java.util.Arrays;

/**
 * ADWIN2: whether the mean of a stream of values between 0 and 1 has changed, and since when. It keeps the stream since the
 * last change in buckets of 1, 2, 4, 8, ... values, at most five of each size, so that a million values take some 90
 * buckets, and holds each older part against the younger one. Where they differ too much, the older is forgotten.
 *
 * <p>Evidence is {@code -log10(delta)} at the delta with which Bernstein's bound of the paper (its equation 3.1, with {@code
 * delta' = delta / ln n}) would just tell two parts apart. The paper's own deltas are cautious bounds; which evidence is
 * enough {@link SimulatedStreams} finds out.
 *
 * @see "A. Bifet, R. Gavaldà, Learning from Time-Changing Data with Adaptive Windowing, SDM 2007"
 */
public final class Adwin {

    private static final int BUCKETS_OF_A_SIZE = 5;
    /** One more stands in a row for a moment. */
    private static final int ROW = BUCKETS_OF_A_SIZE + 1;
    /** Values between two looks, as in the authors' program: a look goes through all buckets. */
    private static final int BETWEEN_LOOKS = 32;

    private static final int SMALLEST_PART = 5;

    /** How many buckets there are of 2^i values, oldest first in {@link #sums} and {@link #squares} from {@code i * ROW}. */
    private int[] filled = new int[1];

    private double[] sums = new double[ROW];
    /** Sums of squared deviations from a bucket's own mean. */
    private double[] squares = new double[ROW];

    private int sinceLook;
    private double strongest;

    private Adwin() {}

    /** A detector that has seen nothing. */
    public static Adwin fresh() {
        return new Adwin();
    }

    /** What {@link #state} gave. */
    public static Adwin of(double[] state) {
        var adwin = new Adwin();
        var numbers = DoubleBuffer.wrap(state);
        adwin.strongest = numbers.get();
        adwin.sinceLook = (int) numbers.get();
        adwin.grow((int) numbers.get());
        for (int size = 0; size < adwin.filled.length; size++) {
            adwin.filled[size] = (int) numbers.get();
            numbers.get(adwin.sums, size * ROW, adwin.filled[size]);
            numbers.get(adwin.squares, size * ROW, adwin.filled[size]);
        }
        return adwin;
    }

    /** All that it remembers; some two numbers a bucket. */
    public double[] state() {
        var numbers = DoubleBuffer.allocate(3 + filled.length + 2 * buckets());
        numbers.put(strongest).put(sinceLook).put(filled.length);
        for (int size = 0; size < filled.length; size++) {
            numbers.put(filled[size]);
            numbers.put(sums, size * ROW, filled[size]);
            numbers.put(squares, size * ROW, filled[size]);
        }
        return numbers.array();
    }

    /**
     * Takes in the next value.
     *
     * @param value 0 to 1
     * @param threshold evidence of a change that is believed: what lies before it is forgotten
     */
    public void add(double value, double threshold) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("value must be in [0, 1]: was " + value);
        }
        append(0, value, 0);
        for (int size = 0; filled[size] > BUCKETS_OF_A_SIZE; size++) {
            mergeOldest(size);
        }
        sinceLook++;
        if (sinceLook == BETWEEN_LOOKS) {
            sinceLook = 0;
            look(threshold);
        }
    }

    /** The strongest evidence of a change since {@link #windowClosed}: {@code -log10(delta)}, at least 0. */
    public double strongest() {
        return strongest;
    }

    /** Begins to look for the strongest evidence anew; what was seen stays. */
    public void windowClosed() {
        strongest = 0;
    }

    /** Mean since the last change; 0 of nothing. */
    public double mean() {
        long tracks = tracks();
        return tracks == 0 ? 0 : sum() / tracks;
    }

    /** Values since the last change. */
    public long tracks() {
        long tracks = 0;
        for (int size = 0; size < filled.length; size++) {
            tracks += (long) filled[size] << size;
        }
        return tracks;
    }

    int buckets() {
        return Arrays.stream(filled).sum();
    }

    private double sum() {
        double sum = 0;
        for (int size = 0; size < filled.length; size++) {
            for (int i = 0; i < filled[size]; i++) {
                sum += sums[size * ROW + i];
            }
        }
        return sum;
    }

    private void append(int size, double sum, double square) {
        if (size == filled.length) {
            grow(size + 1);
        }
        int place = size * ROW + filled[size]++;
        sums[place] = sum;
        squares[place] = square;
    }

    private void grow(int sizes) {
        filled = Arrays.copyOf(filled, sizes);
        sums = Arrays.copyOf(sums, sizes * ROW);
        squares = Arrays.copyOf(squares, sizes * ROW);
    }

    private void mergeOldest(int size) {
        int row = size * ROW;
        double apart = sums[row] - sums[row + 1];
        double sum = sums[row] + sums[row + 1];
        // each holds n values: n n / 2n times the squared difference of the means
        double square = squares[row] + squares[row + 1] + apart * apart / (2L << size);
        dropOldest(size, 2);
        append(size + 1, sum, square);
    }

    private void dropOldest(int size, int count) {
        int row = size * ROW;
        filled[size] -= count;
        System.arraycopy(sums, row + count, sums, row, filled[size]);
        System.arraycopy(squares, row + count, squares, row, filled[size]);
    }

    private void look(double threshold) {
        double evidence = evidence();
        strongest = Math.max(strongest, evidence);
        while (evidence > threshold) {
            dropOldest(oldestSize(), 1);
            evidence = evidence();
        }
    }

    private int oldestSize() {
        int size = filled.length - 1;
        while (filled[size] == 0) {
            size--;
        }
        return size;
    }

    /** The strongest of all cuts between two buckets. */
    private double evidence() {
        long tracks = tracks();
        double all = sum();
        double variance = variance(tracks, all / tracks);
        double logarithm = 0;
        long older = 0;
        double olderSum = 0;
        for (int size = filled.length - 1; size >= 0; size--) {
            for (int i = 0; i < filled[size]; i++) {
                older += 1L << size;
                olderSum += sums[size * ROW + i];
                long younger = tracks - older;
                if (older >= SMALLEST_PART && younger >= SMALLEST_PART) {
                    double apart = Math.abs(olderSum / older - (all - olderSum) / younger);
                    logarithm = Math.max(logarithm, logarithm(apart, variance, 1.0 / older + 1.0 / younger));
                }
            }
        }
        return Math.max(0, (logarithm - Math.log(2 * Math.log(tracks))) / Math.log(10));
    }

    private double variance(long tracks, double mean) {
        double square = 0;
        for (int size = 0; size < filled.length; size++) {
            long values = 1L << size;
            for (int i = 0; i < filled[size]; i++) {
                double deviation = sums[size * ROW + i] / values - mean;
                square += squares[size * ROW + i] + values * deviation * deviation;
            }
        }
        return square / tracks;
    }

    /** The {@code ln(2 / delta')} at which {@code apart = sqrt(2 variance ln(2 / delta') / m) + 2 ln(2 / delta') / 3m}. */
    private static double logarithm(double apart, double variance, double oneOverM) {
        double linear = Math.sqrt(2 * variance * oneOverM);
        double quadratic = 2 * oneOverM / 3;
        double root = (Math.sqrt(linear * linear + 4 * quadratic * apart) - linear) / (2 * quadratic);
        return root * root;
    }
}
