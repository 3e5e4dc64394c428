package io.timbre.trainer.experiment.choi;

import io.timbre.signal.frontend.StftMagnitudeParameters;

/**
 * How much sound some cells of a spectrogram cover, from the first to the last, with the width of the analysis window: in
 * time the window itself, in frequency the two bins of a Hann window's main lobe at half its height.
 *
 * @param frames neighbouring cells in time
 * @param bins neighbouring cells in frequency
 */
record KernelSpan(int frames, int bins) {

    /** Cells that a 3x3 kernel of a layer spans by the paper's rule: 3 2^(layer - 1). */
    static KernelSpan byTheRule(int layer) {
        int cells = 3 << (layer - 1);
        return new KernelSpan(cells, cells);
    }

    double milliseconds(StftMagnitudeParameters parameters) {
        double samples = (frames - 1.0) * parameters.hopLength() + parameters.fftSize();
        return 1000 * samples / parameters.sampleRateHz();
    }

    double hertz(StftMagnitudeParameters parameters) {
        return (bins - 1 + 2) * (double) parameters.sampleRateHz() / parameters.fftSize();
    }
}
