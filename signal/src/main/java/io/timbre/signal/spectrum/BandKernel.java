package io.timbre.signal.spectrum;

/** Computes on spectrograms, every frame for itself. Safe to share between threads. */
interface BandKernel {
    /**
     * {@code max(floorDb, 10 log10(max(minPower, power)) - referenceDb)}.
     *
     * @param powers finite
     * @param minPower not denormal
     * @param output receives as many values
     */
    void decibels(float[] powers, float minPower, float referenceDb, float floorDb, float[] output);

    /**
     * The product of a matrix and each frame.
     *
     * @param matrix row-major (output bands, input bands)
     */
    void multiply(float[] matrix, Spectrogram input, Spectrogram output);
}
