package io.timbre.signal.descriptor;

import io.timbre.signal.spectrum.Spectrogram;

/** Where the bins of a linear spectrogram lie. */
final class BinFrequencies {
    private BinFrequencies() {}

    /** From 0 Hz to half the sample rate. */
    static double spacingHz(Spectrogram linear, int sampleRateHz) {
        return sampleRateHz / 2.0 / (linear.bands() - 1);
    }
}
