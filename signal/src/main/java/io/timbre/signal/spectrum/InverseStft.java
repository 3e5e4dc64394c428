package io.timbre.signal.spectrum;

import java.util.Arrays;
import org.jtransforms.fft.FloatFFT_1D;

/**
 * From a short-time Fourier transform back to sound: the frames are transformed back, windowed again, added where they
 * overlap, and divided by the sum of the squared windows there.
 *
 * <p>This is the signal whose transform is nearest to the given one in the least-squares sense; of an unchanged
 * transform it is the original, to more than 120 dB. Agrees with {@code librosa.istft}.
 *
 * @see "D. Griffin and J. Lim, Signal estimation from modified short-time Fourier transform, 1984"
 */
public final class InverseStft {
    private final StftParameters parameters;
    private final float[] window;
    private final FloatFFT_1D fft;

    public InverseStft(StftParameters parameters) {
        this.parameters = parameters;
        this.window = parameters.window();
        this.fft = new FloatFFT_1D(parameters.fftSize());
    }

    /**
     * Makes so many samples of sound; what no frame reaches stays silent.
     *
     * @throws IllegalArgumentException if the bins are not those of the parameters
     */
    public float[] invert(ComplexSpectrogram spectrogram, int samples) {
        if (spectrogram.bins() != parameters.bins()) {
            throw new IllegalArgumentException("bins must be " + parameters.bins() + ": were " + spectrogram.bins());
        }
        int reach = (spectrogram.frames() - 1) * parameters.hopLength() + parameters.fftSize();
        float[] sum = new float[Math.max(reach, samples + parameters.leadIn())];
        float[] weights = new float[sum.length];
        float[] frame = new float[parameters.fftSize()];
        for (int t = 0; t < spectrogram.frames(); t++) {
            pack(spectrogram, t, frame);
            fft.realInverse(frame, true);
            overlapAdd(frame, t * parameters.hopLength(), sum, weights);
        }
        normalise(sum, weights);
        return Arrays.copyOfRange(sum, parameters.leadIn(), parameters.leadIn() + samples);
    }

    /** As JTransforms wants it: bin k at 2k and 2k + 1, but the last bin, which is real, at 1. */
    private static void pack(ComplexSpectrogram spectrogram, int t, float[] packed) {
        int last = spectrogram.bins() - 1;
        int frames = spectrogram.frames();
        packed[0] = spectrogram.real()[t];
        packed[1] = spectrogram.real()[last * frames + t];
        for (int bin = 1; bin < last; bin++) {
            packed[2 * bin] = spectrogram.real()[bin * frames + t];
            packed[2 * bin + 1] = spectrogram.imaginary()[bin * frames + t];
        }
    }

    private void overlapAdd(float[] frame, int first, float[] sum, float[] weights) {
        for (int n = 0; n < frame.length; n++) {
            sum[first + n] += frame[n] * window[n];
            weights[first + n] += window[n] * window[n];
        }
    }

    /** Where the windows all but vanish the quotient would be noise: librosa leaves the sum as it is, and so do we. */
    private static void normalise(float[] sum, float[] weights) {
        for (int n = 0; n < sum.length; n++) {
            if (weights[n] > Float.MIN_NORMAL) {
                sum[n] /= weights[n];
            }
        }
    }
}
