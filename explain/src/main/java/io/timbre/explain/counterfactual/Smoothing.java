package io.timbre.explain.counterfactual;

/**
 * Spreads each cell of a spectrogram over its neighbours, two to each side in band and in time, by binomial weights. What
 * lies outside is nothing, so that this is its own transpose: the gradient goes back by the same way.
 *
 * <p>A change without it is a rain of single cells, which frames and bands that overlap cannot follow: it sounds of
 * little, and is gone once the sound is analysed again.
 */
record Smoothing(int bands, int frames) {

    private static final float[] WEIGHTS = {1 / 16f, 4 / 16f, 6 / 16f, 4 / 16f, 1 / 16f};
    private static final int REACH = 2;

    /** @param cells shape (bands, frames) */
    float[] smooth(float[] cells) {
        return along(along(cells, 1, frames), frames, bands);
    }

    /**
     * @param stride from a cell to the next along the way
     * @param length of the way, in cells
     */
    private static float[] along(float[] cells, int stride, int length) {
        var smooth = new float[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            int place = cell / stride % length;
            int from = Math.max(-REACH, -place);
            int to = Math.min(REACH, length - 1 - place);
            for (int i = from; i <= to; i++) {
                smooth[cell] += WEIGHTS[i + REACH] * cells[cell + i * stride];
            }
        }
        return smooth;
    }
}
