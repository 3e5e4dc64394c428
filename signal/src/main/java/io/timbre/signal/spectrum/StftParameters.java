package io.timbre.signal.spectrum;

/**
 * How a signal is cut into frames. Every frame lies under a periodic Hann window,
 * {@code scipy.signal.get_window("hann", fftSize, fftbins=True)}.
 *
 * @param fftSize samples a frame, even; powers of two are fastest
 * @param hopLength samples between frames
 * @param centred whether frame {@code t} has its middle at sample {@code t * hopLength}, with zeros outside the signal
 *     ({@code librosa.stft(center=True, pad_mode="constant")}), rather than its first sample there
 *     ({@code center=False})
 */
public record StftParameters(int fftSize, int hopLength, boolean centred) {
    public StftParameters {
        if (fftSize < 2 || fftSize % 2 != 0) {
            throw new IllegalArgumentException("fftSize must be even and >= 2: was " + fftSize);
        }
        if (hopLength < 1) {
            throw new IllegalArgumentException("hopLength must be > 0: was " + hopLength);
        }
    }

    public static StftParameters centred(int fftSize, int hopLength) {
        return new StftParameters(fftSize, hopLength, true);
    }

    public static StftParameters uncentred(int fftSize, int hopLength) {
        return new StftParameters(fftSize, hopLength, false);
    }

    public int bins() {
        return fftSize / 2 + 1;
    }

    /**
     * Frames of so many samples: {@code 1 + samples / hopLength} if centred, else as many as fit whole.
     *
     * @throws IllegalArgumentException if not one fits
     */
    public int frames(int samples) {
        int beyondFirst = centred ? samples : samples - fftSize;
        if (beyondFirst < 0) {
            throw new IllegalArgumentException("samples must be at least " + fftSize + ": were " + samples);
        }
        return 1 + beyondFirst / hopLength;
    }

    /** Samples that the first frame begins before the signal does. */
    int leadIn() {
        return centred ? fftSize / 2 : 0;
    }

    float[] window() {
        float[] window = new float[fftSize];
        for (int n = 0; n < fftSize; n++) {
            window[n] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * n / fftSize));
        }
        return window;
    }
}
