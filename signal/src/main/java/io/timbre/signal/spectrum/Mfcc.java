package io.timbre.signal.spectrum;

/**
 * Mel-frequency cepstral coefficients: the orthonormal cosine transform (DCT-II) over the bands of a mel spectrogram in
 * decibels, shape (coefficients, frames).
 *
 * <p>Agrees with {@code librosa.feature.mfcc} of librosa 0.11, which is not HTK's: decibels relative to 1, cut 80 dB
 * below the loudest of the whole sound; no pre-emphasis, no liftering. Immutable and safe to share between threads.
 *
 * @see "S. Davis and P. Mermelstein, Comparison of parametric representations for monosyllabic word recognition, 1980"
 */
public final class Mfcc {
    private static final BandKernel KERNEL = Kernels.bands();
    private static final Decibels DECIBELS = Decibels.absolute().withRange(80);

    private final MelSpectrogram melSpectrogram;
    private final int coefficients;
    /** One row a coefficient, one column a band. */
    private final float[] cosines;

    /** @throws IllegalArgumentException if there are more coefficients than bands, or none */
    public Mfcc(MelSpectrogram melSpectrogram, int coefficients) {
        if (coefficients < 1 || coefficients > melSpectrogram.bands()) {
            throw new IllegalArgumentException(
                    "coefficients must be 1 to " + melSpectrogram.bands() + ": were " + coefficients);
        }
        this.melSpectrogram = melSpectrogram;
        this.coefficients = coefficients;
        this.cosines = cosines(coefficients, melSpectrogram.bands());
    }

    /** librosa's defaults: of 128 bands, 2048 samples a frame, every 512. */
    public static Mfcc standard(int sampleRateHz, int coefficients) {
        return new Mfcc(MelSpectrogram.standard(sampleRateHz, 128), coefficients);
    }

    private static float[] cosines(int coefficients, int bands) {
        float[] cosines = new float[coefficients * bands];
        for (int k = 0; k < coefficients; k++) {
            double norm = Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
            for (int band = 0; band < bands; band++) {
                cosines[k * bands + band] = (float) (norm * Math.cos(Math.PI * k * (2 * band + 1) / (2.0 * bands)));
            }
        }
        return cosines;
    }

    /** @throws IllegalArgumentException if there are too few samples for a frame */
    public Spectrogram of(float[] samples) {
        return ofDecibels(DECIBELS.of(melSpectrogram.power(samples)));
    }

    /**
     * Of a mel spectrogram that is in decibels already: {@code librosa.feature.mfcc(S=decibels)}.
     *
     * @throws IllegalArgumentException if it has other bands
     */
    public Spectrogram ofDecibels(Spectrogram decibels) {
        if (decibels.bands() != melSpectrogram.bands()) {
            throw new IllegalArgumentException(
                    "bands must be " + melSpectrogram.bands() + ": were " + decibels.bands());
        }
        Spectrogram output = Spectrogram.empty(coefficients, decibels.frames());
        KERNEL.multiply(cosines, decibels, output);
        return output;
    }
}
