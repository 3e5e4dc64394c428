package io.timbre.signal.spectrum;

import org.jtransforms.fft.FloatFFT_1D;

/**
 * Squared magnitude of the Fourier transform of one frame under a periodic Hann window. Frames are centred: what lies
 * outside the signal is zero.
 *
 * <p>Agrees with {@code abs(librosa.stft(center=True, pad_mode="constant"))**2}, one column at a time.
 */
public final class PowerSpectrum {
    private final int fftSize;
    private final float[] window;
    private final FloatFFT_1D fft;

    public PowerSpectrum(int fftSize) {
        this.fftSize = fftSize;
        this.window = hann(fftSize);
        this.fft = new FloatFFT_1D(fftSize);
    }

    private static float[] hann(int size) {
        float[] window = new float[size];
        for (int n = 0; n < size; n++) {
            window[n] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * n / size));
        }
        return window;
    }

    /**
     * Computes the frame whose middle is the sample {@code centre}.
     *
     * @param scratch fftSize floats to work in
     * @param power receives fftSize / 2 + 1 bins
     */
    public void compute(float[] samples, int centre, float[] scratch, float[] power) {
        int first = centre - fftSize / 2;
        for (int n = 0; n < fftSize; n++) {
            int at = first + n;
            scratch[n] = at >= 0 && at < samples.length ? samples[at] * window[n] : 0;
        }
        fft.realForward(scratch);
        // JTransforms packs the real values of the first and the last bin into the first two places.
        power[0] = scratch[0] * scratch[0];
        power[fftSize / 2] = scratch[1] * scratch[1];
        for (int bin = 1; bin < fftSize / 2; bin++) {
            float re = scratch[2 * bin];
            float im = scratch[2 * bin + 1];
            power[bin] = re * re + im * im;
        }
    }
}
