package io.timbre.signal.spectrum;

/**
 * A run of a signal, transposed by hop: sample n of successive frames lies side by side, whatever n is, so that a
 * vector of frames is one contiguous load although the frames overlap and are hops apart.
 *
 * <p>Row j holds the samples j, j + hop, j + 2 hops and so on of the run. Sample n of the run's frame f is thus in row
 * {@code n % hop} at {@code f + n / hop}.
 */
final class FrameColumns {
    /** Hops transposed together, so that a row's line of the cache is written in one go. */
    private static final int HOPS_AT_ONCE = 8;

    private final int hopLength;
    private final int rows;
    private final int columns;
    private final float[] values;

    /** Room for so many frames at a time. */
    FrameColumns(StftParameters parameters, int frames) {
        hopLength = parameters.hopLength();
        rows = Math.min(hopLength, parameters.fftSize());
        int hops = frames + (parameters.fftSize() - 1) / hopLength;
        columns = (hops + HOPS_AT_ONCE - 1) / HOPS_AT_ONCE * HOPS_AT_ONCE;
        values = new float[Math.multiplyExact(rows, columns)];
    }

    /** Where each sample of the run's first frame lies; those of the next frames follow. */
    int[] positions(int fftSize) {
        int[] positions = new int[fftSize];
        for (int n = 0; n < fftSize; n++) {
            positions[n] = n % hopLength * columns + n / hopLength;
        }
        return positions;
    }

    float[] values() {
        return values;
    }

    /** Takes the run that begins at a sample, which may lie outside the signal, where all is zero. */
    void fill(float[] samples, int first) {
        for (int column = 0; column < columns; column += HOPS_AT_ONCE) {
            int start = first + column * hopLength;
            if (start >= 0 && start + (HOPS_AT_ONCE - 1) * hopLength + rows <= samples.length) {
                transpose(samples, start, column);
            } else {
                transposeAtEdge(samples, start, column);
            }
        }
    }

    private void transpose(float[] samples, int start, int column) {
        for (int row = 0; row < rows; row++) {
            int to = row * columns + column;
            int from = start + row;
            for (int hop = 0; hop < HOPS_AT_ONCE; hop++) {
                values[to + hop] = samples[from + hop * hopLength];
            }
        }
    }

    private void transposeAtEdge(float[] samples, int start, int column) {
        for (int row = 0; row < rows; row++) {
            for (int hop = 0; hop < HOPS_AT_ONCE; hop++) {
                int from = start + row + hop * hopLength;
                boolean inside = from >= 0 && from < samples.length;
                values[row * columns + column + hop] = inside ? samples[from] : 0;
            }
        }
    }
}
