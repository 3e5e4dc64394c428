package io.timbre.signal.descriptor;

import io.timbre.signal.spectrum.Spectrogram;

/**
 * Brightness: the mean frequency of each frame's spectrum, weighted by the magnitudes. A silent frame has 0.
 *
 * <p>Agrees with {@code librosa.feature.spectral_centroid(S=magnitude)}.
 */
public final class SpectralCentroid {
    private SpectralCentroid() {}

    /**
     * Returns one frequency a frame, in Hz.
     *
     * @param magnitude linear spectrogram whose last bin is at half the sample rate
     */
    public static float[] of(Spectrogram magnitude, int sampleRateHz) {
        double binHz = BinFrequencies.spacingHz(magnitude, sampleRateHz);
        int frames = magnitude.frames();
        double[] total = new double[frames];
        double[] moment = new double[frames];
        for (int bin = 0; bin < magnitude.bands(); bin++) {
            for (int frame = 0; frame < frames; frame++) {
                double value = magnitude.at(bin, frame);
                total[frame] += value;
                moment[frame] += value * bin;
            }
        }
        float[] centroid = new float[frames];
        for (int frame = 0; frame < frames; frame++) {
            centroid[frame] = total[frame] < Float.MIN_NORMAL ? 0 : (float) (binHz * moment[frame] / total[frame]);
        }
        return centroid;
    }
}
