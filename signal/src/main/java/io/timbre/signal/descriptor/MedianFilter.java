package io.timbre.signal.descriptor;

/**
 * The median of each value and as many rows above as below it in its column. Beyond the first and last row the array is
 * reflected, these rows being repeated: {@code c b a (a b c d) d c b}.
 *
 * <p>Agrees with {@code scipy.ndimage.median_filter(values, size=(width, 1), mode="reflect")} to the last bit.
 */
final class MedianFilter {
    /** So many columns at a time that their windows stay in the nearest cache. */
    private static final int LANES = 256;

    private final int rows;
    private final int columns;
    private final int width;

    /** @param width odd */
    MedianFilter(int rows, int columns, int width) {
        this.rows = rows;
        this.columns = columns;
        this.width = width;
    }

    /** @param values row-major, none of them negative */
    float[] filter(float[] values) {
        float[] medians = new float[values.length];
        for (int column = 0; column < columns; column += LANES) {
            filter(values, column, Math.min(LANES, columns - column), medians);
        }
        return medians;
    }

    private void filter(float[] values, int column, int lanes, float[] medians) {
        SortedWindows windows = new SortedWindows(width, lanes);
        int[] leaving = new int[lanes];
        int[] entering = new int[lanes];
        int half = width / 2;
        for (int row = -half; row < half; row++) {
            load(values, row, column, entering);
            windows.slide(leaving, entering);
        }
        for (int row = 0; row < rows; row++) {
            load(values, row + half, column, entering);
            windows.slide(leaving, entering);
            store(windows.medians(), row, column, medians);
            load(values, row - half, column, leaving);
        }
    }

    private void load(float[] values, int row, int column, int[] bits) {
        int from = reflected(row) * columns + column;
        for (int lane = 0; lane < bits.length; lane++) {
            bits[lane] = Float.floatToRawIntBits(values[from + lane]);
        }
    }

    private void store(int[] bits, int row, int column, float[] values) {
        int to = row * columns + column;
        for (int lane = 0; lane < bits.length; lane++) {
            values[to + lane] = Float.intBitsToFloat(bits[lane]);
        }
    }

    private int reflected(int row) {
        int folded = Math.floorMod(row, 2 * rows);
        return Math.min(folded, 2 * rows - 1 - folded);
    }
}
