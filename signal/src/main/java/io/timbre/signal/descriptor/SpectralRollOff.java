package io.timbre.signal.descriptor;

import io.timbre.signal.spectrum.Spectrogram;

/**
 * Below which frequency a given share of each frame's magnitudes lies. A silent frame has 0.
 *
 * <p>Agrees with {@code librosa.feature.spectral_rolloff(S=magnitude, roll_percent=share)}, whose sums are floats: so
 * are these, else the frequency would now and then be a bin's beside it.
 */
public final class SpectralRollOff {
    private SpectralRollOff() {}

    /**
     * Returns one frequency a frame, in Hz, that of a bin.
     *
     * @param magnitude linear spectrogram whose last bin is at half the sample rate
     * @param share 0 to 1
     */
    public static float[] of(Spectrogram magnitude, float share, int sampleRateHz) {
        double binHz = BinFrequencies.spacingHz(magnitude, sampleRateHz);
        float[] threshold = totals(magnitude);
        for (int frame = 0; frame < threshold.length; frame++) {
            threshold[frame] *= share;
        }
        int[] binsBelow = binsBelow(threshold, magnitude);
        float[] rollOff = new float[binsBelow.length];
        for (int frame = 0; frame < rollOff.length; frame++) {
            rollOff[frame] = (float) (binsBelow[frame] * binHz);
        }
        return rollOff;
    }

    private static float[] totals(Spectrogram magnitude) {
        float[] total = new float[magnitude.frames()];
        for (int bin = 0; bin < magnitude.bands(); bin++) {
            for (int frame = 0; frame < total.length; frame++) {
                total[frame] += magnitude.at(bin, frame);
            }
        }
        return total;
    }

    /** How many of a frame's lowest bins together stay below its threshold. */
    private static int[] binsBelow(float[] threshold, Spectrogram magnitude) {
        int[] binsBelow = new int[threshold.length];
        float[] sum = new float[threshold.length];
        for (int bin = 0; bin < magnitude.bands(); bin++) {
            for (int frame = 0; frame < sum.length; frame++) {
                sum[frame] += magnitude.at(bin, frame);
                binsBelow[frame] += sum[frame] < threshold[frame] ? 1 : 0;
            }
        }
        return binsBelow;
    }
}
