package io.timbre.signal.frontend;

/**
 * Which bins each band of a picture is made of: those under the pixels of matplotlib's default axes that its share of the
 * height holds. Bands are counted from the lowest.
 */
final class PictureRows {
    /** The default figure has 480 rows of pixels, and its axes reach from 0.11 to 0.88 of them. */
    private static final int TENTHS_OF_PIXEL_ROWS = 3696;

    private static final int PIXEL_ROWS = 370;

    private final int drawnBins;
    private final int[] firstBins;
    /** One row a band, of the bins from its first on; each row sums to 1. */
    private final double[][] weights;

    PictureRows(LinearSpectrogramParameters parameters) {
        int bands = parameters.bands();
        this.drawnBins = parameters.fftSize() / 2;
        this.firstBins = new int[bands];
        this.weights = new double[bands][];
        for (int band = 0; band < bands; band++) {
            weigh(band, (double) band * PIXEL_ROWS / bands, (double) (band + 1) * PIXEL_ROWS / bands);
        }
    }

    /** Pixels that lie in a band in part count in part. */
    private void weigh(int band, double from, double to) {
        int end = (int) Math.min(PIXEL_ROWS, Math.ceil(to));
        firstBins[band] = binAt((int) from);
        weights[band] = new double[binAt(end - 1) - firstBins[band] + 1];
        for (int row = (int) from; row < end; row++) {
            weights[band][binAt(row) - firstBins[band]] += (Math.min(row + 1, to) - Math.max(row, from)) / (to - from);
        }
    }

    private int binAt(int pixelRow) {
        int bin = (int) ((10L * (pixelRow + 1) * drawnBins - 1) / TENTHS_OF_PIXEL_ROWS);
        return Math.min(drawnBins - 1, bin);
    }

    /** All but the last. */
    int drawnBins() {
        return drawnBins;
    }

    /** Of values a drawn bin, the mean in a band. */
    double mean(int band, double[] values) {
        double sum = 0;
        for (int i = 0; i < weights[band].length; i++) {
            sum += weights[band][i] * values[firstBins[band] + i];
        }
        return sum;
    }
}
