package io.timbre.signal.spectrum;

/**
 * Short-time Fourier transform: the spectrum of each frame under a Hann window, shape (fftSize / 2 + 1, frames).
 *
 * <p>Agrees with {@code librosa.stft(y, n_fft=fftSize, hop_length=hopLength, pad_mode="constant")} of librosa 0.11, its
 * {@code abs} and the square of that, to 1e-5 of the largest magnitude. A frame's numbers depend on its samples alone,
 * not on what else is transformed with it. Immutable and safe to share between threads.
 */
public final class Stft {
    private final StftParameters parameters;
    private final FrameKernel kernel;

    public Stft(StftParameters parameters) {
        this(parameters, Kernels.frames(parameters));
    }

    Stft(StftParameters parameters, FrameKernel kernel) {
        this.parameters = parameters;
        this.kernel = kernel;
    }

    /** @throws IllegalArgumentException if there are too few samples for a frame, as in all three */
    public ComplexSpectrogram transform(float[] samples) {
        int frames = parameters.frames(samples.length);
        ComplexSpectrogram output = ComplexSpectrogram.empty(parameters.bins(), frames);
        kernel.transform(samples, 0, frames, output);
        return output;
    }

    public Spectrogram magnitude(float[] samples) {
        int frames = parameters.frames(samples.length);
        Spectrogram output = Spectrogram.empty(parameters.bins(), frames);
        kernel.magnitude(samples, 0, frames, output);
        return output;
    }

    public Spectrogram power(float[] samples) {
        int frames = parameters.frames(samples.length);
        Spectrogram output = Spectrogram.empty(parameters.bins(), frames);
        kernel.power(samples, 0, frames, output);
        return output;
    }
}
