package io.timbre.signal.frontend;

import java.util.Arrays;

/**
 * From the cells of a spectrogram to a smaller picture, by way of the pixels of matplotlib's default axes, where each
 * pixel shows the one cell that lies under its upper right corner.
 */
final class PictureGrid {
    /** 496 in all: 640 columns of pixels, from 0.125 to 0.9. */
    private static final int PIXEL_COLUMNS_A_FRAME = 2;

    private final LinearSpectrogramParameters parameters;
    private final PictureRows rows;
    private final int drawnFrames;
    private final int pixelColumns;
    /** One power a drawn bin, for each column of pixels. */
    private final double[][] columns;

    private int drawnColumns;

    PictureGrid(LinearSpectrogramParameters parameters, int drawnFrames) {
        this.parameters = parameters;
        this.rows = new PictureRows(parameters);
        this.drawnFrames = drawnFrames;
        this.pixelColumns = PIXEL_COLUMNS_A_FRAME * parameters.frames();
        this.columns = new double[pixelColumns][];
    }

    int drawnFrames() {
        return drawnFrames;
    }

    /** All but the last. */
    int drawnBins() {
        return rows.drawnBins();
    }

    /** Frames are drawn from left to right; those between two columns of pixels leave no trace. */
    void draw(int frame, double[] power) {
        while (drawnColumns < pixelColumns && frameAt(drawnColumns) == frame) {
            columns[drawnColumns] = Arrays.copyOf(power, drawnBins());
            drawnColumns++;
        }
    }

    private int frameAt(int pixelColumn) {
        return (int) (((pixelColumn + 1L) * drawnFrames - 1) / pixelColumns);
    }

    /** The mean shade of the pixels in each cell of the picture, row by row from the highest frequency. */
    float[] shrink(Shades shades) {
        int bands = parameters.bands();
        int frames = parameters.frames();
        float[] picture = new float[bands * frames];
        for (int frame = 0; frame < frames; frame++) {
            double[] shadesByBin = meanShades(frame, shades);
            for (int band = 0; band < bands; band++) {
                picture[(bands - 1 - band) * frames + frame] = (float) rows.mean(band, shadesByBin);
            }
        }
        return picture;
    }

    private double[] meanShades(int frame, Shades shades) {
        double[] means = new double[drawnBins()];
        for (int i = 0; i < PIXEL_COLUMNS_A_FRAME; i++) {
            double[] column = columns[frame * PIXEL_COLUMNS_A_FRAME + i];
            for (int bin = 0; bin < means.length; bin++) {
                means[bin] += shades.of(column[bin]) / PIXEL_COLUMNS_A_FRAME;
            }
        }
        return means;
    }
}
