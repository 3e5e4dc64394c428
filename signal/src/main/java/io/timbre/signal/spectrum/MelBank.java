package io.timbre.signal.spectrum;

import java.util.Arrays;

/**
 * Triangular filters, evenly spaced on a {@link MelScale}.
 *
 * <p>The weights are those of {@code librosa.filters.mel} of librosa 0.11 to the last bit, for either scale and norm.
 * Of the 131,200 of 128 bands and 1025 bins 98 % are zero, so each band keeps only the bins that it reaches.
 */
public final class MelBank {
    private final int bins;
    private final double[] centresHz;
    private final int[] firstBins;
    private final float[][] weights;

    private MelBank(int bins, double[] centresHz, int[] firstBins, float[][] weights) {
        this.bins = bins;
        this.centresHz = centresHz;
        this.firstBins = firstBins;
        this.weights = weights;
    }

    public static MelBank of(MelParameters parameters) {
        double[] edgesHz = edgesHz(parameters);
        int bins = parameters.fftSize() / 2 + 1;
        int[] firstBins = new int[parameters.bands()];
        float[][] weights = new float[parameters.bands()][];
        for (int band = 0; band < parameters.bands(); band++) {
            float[] row = triangle(parameters, edgesHz, band, bins);
            int first = firstNonZero(row);
            firstBins[band] = first;
            weights[band] = Arrays.copyOfRange(row, first, afterLastNonZero(row, first));
        }
        return new MelBank(bins, Arrays.copyOfRange(edgesHz, 1, edgesHz.length - 1), firstBins, weights);
    }

    private static double[] edgesHz(MelParameters parameters) {
        double minMel = parameters.scale().fromHz(parameters.minHz());
        double maxMel = parameters.scale().fromHz(parameters.maxHz());
        double step = (maxMel - minMel) / (parameters.bands() + 1);
        double[] edgesHz = new double[parameters.bands() + 2];
        for (int i = 0; i < edgesHz.length - 1; i++) {
            edgesHz[i] = parameters.scale().toHz(i * step + minMel);
        }
        edgesHz[edgesHz.length - 1] = parameters.scale().toHz(maxMel);
        return edgesHz;
    }

    private static float[] triangle(MelParameters parameters, double[] edgesHz, int band, int bins) {
        double low = edgesHz[band];
        double centre = edgesHz[band + 1];
        double high = edgesHz[band + 2];
        // Twice rounded, as numpy.fft.rfftfreq does.
        double binHz = 1 / (parameters.fftSize() * (1.0 / parameters.sampleRateHz()));
        double norm = parameters.unitArea() ? 2 / (high - low) : 1;
        float[] row = new float[bins];
        for (int bin = 0; bin < bins; bin++) {
            double hz = bin * binHz;
            // Rounded to float before the norm, as librosa does.
            float height = (float) Math.max(0, Math.min((hz - low) / (centre - low), (high - hz) / (high - centre)));
            row[bin] = (float) (height * norm);
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

    /** Bins of the spectra that the filters are for. */
    public int bins() {
        return bins;
    }

    /** The frequency of each filter's tip. */
    public double[] centresHz() {
        return centresHz.clone();
    }

    /**
     * Gains of bands as gains of the bins that they are made of: for each bin the mean of its bands' gains by their
     * weights at it, and of a bin beneath or above all filters the gain of the nearest.
     *
     * @param gains shape (bands, frames)
     * @return shape (bins, frames)
     */
    public Spectrogram spread(Spectrogram gains) {
        Spectrogram spread = Spectrogram.empty(bins, gains.frames());
        float[] sums = sums();
        for (int band = 0; band < bands(); band++) {
            for (int i = 0; i < weights[band].length; i++) {
                int bin = firstBins[band] + i;
                add(spread, bin, weights[band][i] / sums[bin], gains, band);
            }
        }
        for (int bin = 0; bin < bins; bin++) {
            if (sums[bin] == 0) {
                add(spread, bin, 1, gains, bin <= firstBins[0] ? 0 : bands() - 1);
            }
        }
        return spread;
    }

    /** Of all filters' weights at each bin. */
    private float[] sums() {
        float[] sums = new float[bins];
        for (int band = 0; band < bands(); band++) {
            for (int i = 0; i < weights[band].length; i++) {
                sums[firstBins[band] + i] += weights[band][i];
            }
        }
        return sums;
    }

    private static void add(Spectrogram spread, int bin, float weight, Spectrogram gains, int band) {
        for (int frame = 0; frame < gains.frames(); frame++) {
            spread.values()[bin * gains.frames() + frame] += weight * gains.at(band, frame);
        }
    }

    int firstBin(int band) {
        return firstBins[band];
    }

    /** Weights of the bins from {@link #firstBin} on; not a copy. */
    float[] weights(int band) {
        return weights[band];
    }

    /** Energy of a band in one frame's powers. */
    float energy(int band, float[] power) {
        float[] row = weights[band];
        int first = firstBins[band];
        float energy = 0;
        for (int i = 0; i < row.length; i++) {
            energy += row[i] * power[first + i];
        }
        return energy;
    }
}
