package io.timbre.trainer.learning;

/**
 * What a segment is recognised by after its recording was made louder, compressed or cut a little elsewhere: for each
 * column 32 bits, each saying whether the difference of level between two neighbouring of 33 bands has grown since the
 * column before, and which of them are worth a word: what hardly moves turns either way with the next encoder.
 *
 * <p>After Haitsma and Kalker, on what the front end left: its columns are ten times as long as theirs, so copies are
 * found that were cut alike or nearly so, not every excerpt.
 *
 * @see "J. Haitsma, T. Kalker, A Highly Robust Audio Fingerprinting System, ISMIR 2002"
 */
final class SegmentFingerprint {

    private static final int BITS = 32;

    /** Decibels. */
    private static final double LEAST_MOVE = 0.5;

    /** Of a segment; less in common may be a loop. */
    private static final double LEAST_OVERLAP = 2.0 / 3;

    /** Of the bits in common that are worth a word. */
    private static final double LEAST_KNOWN = 0.5;

    /** Strangers differ in half of the bits. */
    private static final double MOST_ERRORS = 0.28;

    /** So many columns tell most strangers, and spare the rest. */
    private static final int GLANCE = 16;

    private static final double MOST_ERRORS_AT_A_GLANCE = 0.42;

    private final int[] words;
    private final int[] known;

    private SegmentFingerprint(int[] words, int[] known) {
        this.words = words;
        this.known = known;
    }

    /** @param segment of shape {@code (bands, columns)}, row-major, dB; at least 33 bands */
    static SegmentFingerprint of(float[] segment, int bands, int columns) {
        var levels = levels(segment, bands, columns);
        var words = new int[columns - 1];
        var known = new int[columns - 1];
        for (int column = 0; column < words.length; column++) {
            for (int bit = 0; bit < BITS; bit++) {
                double move = levels[bit][column + 1]
                        - levels[bit + 1][column + 1]
                        - levels[bit][column]
                        + levels[bit + 1][column];
                words[column] |= move > 0 ? 1 << bit : 0;
                known[column] |= Math.abs(move) > LEAST_MOVE ? 1 << bit : 0;
            }
        }
        return new SegmentFingerprint(words, known);
    }

    /** Mean level of each of 33 bands, shape (33, columns). */
    private static double[][] levels(float[] segment, int bands, int columns) {
        var levels = new double[BITS + 1][columns];
        for (int band = 0; band <= BITS; band++) {
            int from = band * bands / (BITS + 1);
            int to = (band + 1) * bands / (BITS + 1);
            for (int row = from; row < to; row++) {
                for (int column = 0; column < columns; column++) {
                    levels[band][column] += segment[row * columns + column] / (to - from);
                }
            }
        }
        return levels;
    }

    /** Whether both are of one recording: there is a way to lay them upon each other such that little differs. */
    boolean isLike(SegmentFingerprint other) {
        int most = (int) ((1 - LEAST_OVERLAP) * words.length);
        for (int shift = -most; shift <= most; shift++) {
            if (isLike(other, shift)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLike(SegmentFingerprint other, int shift) {
        int from = Math.max(0, shift);
        int to = Math.min(words.length, other.words.length + shift);
        int glanced = Math.min(to, from + GLANCE);
        int bits = 0;
        int errors = 0;
        for (int column = from; column < to; column++) {
            int both = known[column] & other.known[column - shift];
            bits += Integer.bitCount(both);
            errors += Integer.bitCount((words[column] ^ other.words[column - shift]) & both);
            if (column == glanced && errors > MOST_ERRORS_AT_A_GLANCE * bits) {
                return false;
            }
        }
        return bits >= LEAST_KNOWN * BITS * (to - from) && errors <= MOST_ERRORS * bits;
    }
}
