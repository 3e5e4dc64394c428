package io.timbre.signal.descriptor;

import io.timbre.signal.spectrum.Spectrogram;

/**
 * How widely each frame's spectrum is spread around its centroid: the standard deviation of the frequency, weighted by
 * the magnitudes. A silent frame has 0.
 *
 * <p>Agrees with {@code librosa.feature.spectral_bandwidth(S=magnitude, p=2)}.
 */
public final class SpectralBandwidth {
    private SpectralBandwidth() {}

    /**
     * Returns one width a frame, in Hz.
     *
     * @param magnitude linear spectrogram whose last bin is at half the sample rate
     * @param centroidHz what {@link SpectralCentroid} gives of it
     */
    public static float[] of(Spectrogram magnitude, float[] centroidHz, int sampleRateHz) {
        double binHz = BinFrequencies.spacingHz(magnitude, sampleRateHz);
        int frames = magnitude.frames();
        double[] total = new double[frames];
        double[] moment = new double[frames];
        for (int bin = 0; bin < magnitude.bands(); bin++) {
            for (int frame = 0; frame < frames; frame++) {
                double value = magnitude.at(bin, frame);
                double deviation = bin * binHz - centroidHz[frame];
                total[frame] += value;
                moment[frame] += value * deviation * deviation;
            }
        }
        float[] bandwidth = new float[frames];
        for (int frame = 0; frame < frames; frame++) {
            bandwidth[frame] = total[frame] < Float.MIN_NORMAL ? 0 : (float) Math.sqrt(moment[frame] / total[frame]);
        }
        return bandwidth;
    }
}
