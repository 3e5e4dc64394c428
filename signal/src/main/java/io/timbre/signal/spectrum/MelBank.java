package io.timbre.signal.spectrum;

import java.util.Arrays;

/**
 * Triangular filters, evenly spaced on {@link MelScale}, each with an area of 1 Hz (Slaney's norm).
 *
 * <p>The weights are those of {@code librosa.filters.mel(norm="slaney", htk=False)} to the last bit. Of the 131,200 of
 * 128 bands and 1025 bins 98 % are zero, so each band keeps only the bins that it reaches.
 */
public final class MelBank {
    private final int[] firstBins;
    private final float[][] weights;

    private MelBank(int[] firstBins, float[][] weights) {
        this.firstBins = firstBins;
        this.weights = weights;
    }

    public static MelBank slaney(int sampleRateHz, int fftSize, int melBands, double minHz, double maxHz) {
        double[] edgesHz = edgesHz(melBands, minHz, maxHz);
        int[] firstBins = new int[melBands];
        float[][] weights = new float[melBands][];
        for (int band = 0; band < melBands; band++) {
            float[] row = triangle(edgesHz, band, (double) sampleRateHz / fftSize, fftSize / 2 + 1);
            int first = firstNonZero(row);
            firstBins[band] = first;
            weights[band] = Arrays.copyOfRange(row, first, afterLastNonZero(row, first));
        }
        return new MelBank(firstBins, weights);
    }

    private static double[] edgesHz(int melBands, double minHz, double maxHz) {
        double minMel = MelScale.fromHz(minHz);
        double maxMel = MelScale.fromHz(maxHz);
        double[] edgesHz = new double[melBands + 2];
        for (int i = 0; i < edgesHz.length; i++) {
            edgesHz[i] = MelScale.toHz(minMel + (maxMel - minMel) * i / (melBands + 1));
        }
        return edgesHz;
    }

    private static float[] triangle(double[] edgesHz, int band, double binHz, int bins) {
        double low = edgesHz[band];
        double centre = edgesHz[band + 1];
        double high = edgesHz[band + 2];
        float[] row = new float[bins];
        for (int bin = 0; bin < bins; bin++) {
            double hz = bin * binHz;
            // Rounded to float before the norm, as librosa does.
            float height = (float) Math.max(0, Math.min((hz - low) / (centre - low), (high - hz) / (high - centre)));
            row[bin] = (float) (height * (2 / (high - low)));
        }
        return row;
    }

    private static int firstNonZero(float[] row) {
        int bin = 0;
        while (bin < row.length && row[bin] == 0) {
            bin++;
        }
        return bin;
    }

    private static int afterLastNonZero(float[] row, int first) {
        int bin = row.length;
        while (bin > first && row[bin - 1] == 0) {
            bin--;
        }
        return bin;
    }

    public int bands() {
        return weights.length;
    }

    int firstBin(int band) {
        return firstBins[band];
    }

    /** Weights of the bins from {@link #firstBin} on; not a copy. */
    float[] weights(int band) {
        return weights[band];
    }

    /** Energy of a band in a power spectrum. */
    public float energy(int band, float[] power) {
        float[] row = weights[band];
        int first = firstBins[band];
        float energy = 0;
        for (int i = 0; i < row.length; i++) {
            energy += row[i] * power[first + i];
        }
        return energy;
    }
}
