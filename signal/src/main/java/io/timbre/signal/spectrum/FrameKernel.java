package io.timbre.signal.spectrum;

/**
 * Computes spectra of the frames {@code from} (inclusive) to {@code to} (exclusive) of a signal, and writes them into
 * the same columns of the output, whose other columns it leaves alone. A frame's numbers do not depend on the range
 * that it is computed in. Safe to share between threads.
 */
interface FrameKernel {
    void transform(float[] samples, int from, int to, ComplexSpectrogram output);

    void power(float[] samples, int from, int to, Spectrogram output);

    void magnitude(float[] samples, int from, int to, Spectrogram output);

    /** Powers, summed under the filters of a bank. */
    void mel(float[] samples, int from, int to, MelBank bank, Spectrogram output);
}
