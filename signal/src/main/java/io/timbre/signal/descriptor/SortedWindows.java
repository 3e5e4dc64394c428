package io.timbre.signal.descriptor;

import java.util.Arrays;

/**
 * Sliding windows over many sequences of numbers side by side, each window kept sorted.
 *
 * <p>One value out and one in are a single pass over the window, without branches. The values are the bits of floats
 * that are not negative, which are in the order of the floats: the compiler makes vector instructions of such loops
 * over integers, but not over floats.
 */
final class SortedWindows {
    private final int width;
    /** The values from the second to the last but one row; one below all values before them, one above all after. */
    private int[][] sorted;

    private int[][] spare;

    /** Windows full of zeros. */
    SortedWindows(int width, int sequences) {
        this.width = width;
        this.sorted = zeros(width, sequences);
        this.spare = zeros(width, sequences);
    }

    private static int[][] zeros(int width, int sequences) {
        int[][] rows = new int[width + 2][sequences];
        Arrays.fill(rows[0], -1);
        Arrays.fill(rows[width + 1], Integer.MAX_VALUE);
        return rows;
    }

    /** The median of each sequence's window; valid until the next slide. */
    int[] medians() {
        return sorted[1 + width / 2];
    }

    /** Takes one value out of each window, which must be in it, and one in. */
    void slide(int[] leaving, int[] entering) {
        for (int k = 1; k <= width; k++) {
            slide(sorted[k - 1], sorted[k], sorted[k + 1], leaving, entering, spare[k]);
        }
        int[][] before = sorted;
        sorted = spare;
        spare = before;
    }

    private static void slide(int[] below, int[] at, int[] above, int[] leaving, int[] entering, int[] moved) {
        for (int i = 0; i < moved.length; i++) {
            // What stands here, and below, once the leaving value has let those above it sink by one.
            int here = sunk(at[i], above[i], leaving[i]);
            int lower = sunk(below[i], at[i], leaving[i]);
            moved[i] = Math.max(lower, Math.min(here, entering[i]));
        }
    }

    /** {@code value < leaving ? value : next}. */
    private static int sunk(int value, int next, int leaving) {
        int keeps = (value - leaving) >> 31;
        return next ^ ((value ^ next) & keeps);
    }
}
