package io.timbre.signal.frontend;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Power spectrum of one frame, less its mean, under a window: a sine at the middle of a bin gives half its amplitude
 * squared.
 *
 * <p>Agrees with one column of {@code scipy.signal.spectrogram(scaling="spectrum")}, whose {@code detrend="constant"} it
 * shares. Not {@link io.timbre.signal.spectrum.Stft}, which keeps the mean, knows Hann's window only, and does not scale.
 */
final class Periodogram {
    private final double[] window;
    private final double scale;
    private final DoubleFFT_1D fft;

    private Periodogram(double[] window) {
        this.window = window;
        this.scale = 1 / Math.pow(sum(window), 2);
        this.fft = new DoubleFFT_1D(window.length);
    }

    /** Under {@code scipy.signal.get_window("hann", fftSize)}. */
    static Periodogram hann(int fftSize) {
        return tukey(fftSize, 1);
    }

    /** Under {@code scipy.signal.get_window(("tukey", taperedShare), fftSize)}, flat between two halves of Hann's. */
    static Periodogram tukey(int fftSize, double taperedShare) {
        if (fftSize < 2 || fftSize % 2 != 0) {
            throw new IllegalArgumentException("fftSize must be even and >= 2: was " + fftSize);
        }
        if (!(taperedShare > 0 && taperedShare <= 1)) {
            throw new IllegalArgumentException("taperedShare must be > 0 and at most 1: was " + taperedShare);
        }
        double[] window = new double[fftSize];
        double taper = taperedShare * fftSize / 2;
        for (int n = 0; n < fftSize; n++) {
            double fromEdge = Math.min(taper, Math.min(n, fftSize - n));
            window[n] = 0.5 - 0.5 * Math.cos(Math.PI * fromEdge / taper);
        }
        return new Periodogram(window);
    }

    /** Computes the frame that begins at the sample {@code first}: fftSize / 2 + 1 bins. */
    double[] of(float[] samples, int first) {
        double mean = mean(samples, first);
        double[] packed = new double[window.length];
        for (int n = 0; n < packed.length; n++) {
            packed[n] = (samples[first + n] - mean) * window[n];
        }
        fft.realForward(packed);
        return power(packed);
    }

    /** JTransforms packs the real values of the first and the last bin into the first two places. */
    private double[] power(double[] packed) {
        int last = packed.length / 2;
        double[] power = new double[last + 1];
        power[0] = packed[0] * packed[0] * scale;
        power[last] = packed[1] * packed[1] * scale;
        for (int bin = 1; bin < last; bin++) {
            double real = packed[2 * bin];
            double imaginary = packed[2 * bin + 1];
            // Twice: once for the frequency below zero.
            power[bin] = 2 * (real * real + imaginary * imaginary) * scale;
        }
        return power;
    }

    private double mean(float[] samples, int first) {
        double sum = 0;
        for (int n = first; n < first + window.length; n++) {
            sum += samples[n];
        }
        return sum / window.length;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
