package io.timbre.signal.descriptor;

import io.timbre.signal.spectrum.ComplexSpectrogram;
import io.timbre.signal.spectrum.InverseStft;
import io.timbre.signal.spectrum.Stft;
import io.timbre.signal.spectrum.StftParameters;
import java.util.Arrays;

/**
 * A sound in two parts: what lasts, and what strikes. Harmonic sound stands as horizontal lines in a spectrogram,
 * percussion as vertical ones; a median over 31 frames leaves the first, a median over 31 bins the second. Each bin is
 * shared between the two by the squares of these medians.
 *
 * <p>Agrees with {@code librosa.effects.hpss} of librosa before 0.10: centred frames, the sound reflected at its ends,
 * and what comes after the last whole hop silent in both parts. Up to there the parts add up to the sound.
 *
 * @param harmonic as many samples as the sound has
 * @param percussive as many samples as the sound has
 * @see "D. Fitzgerald, Harmonic/percussive separation using median filtering, DAFx 2010"
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of each would double the memory.
public record HarmonicPercussive(float[] harmonic, float[] percussive) {
    private static final int MEDIAN_WIDTH = 31;

    /** @throws IllegalArgumentException if the sound is not longer than half a frame */
    public static HarmonicPercussive of(float[] samples, int fftSize, int hopLength) {
        float[] padded = Padding.REFLECT.pad(samples, fftSize / 2);
        ComplexSpectrogram spectrogram = new Stft(StftParameters.uncentred(fftSize, hopLength)).transform(padded);
        keepHarmonic(spectrogram);
        int wholeHops = (spectrogram.frames() - 1) * hopLength;
        float[] harmonic = new InverseStft(StftParameters.centred(fftSize, hopLength)).invert(spectrogram, wholeHops);
        float[] percussive = new float[samples.length];
        for (int n = 0; n < wholeHops; n++) {
            percussive[n] = samples[n] - harmonic[n];
        }
        return new HarmonicPercussive(Arrays.copyOf(harmonic, samples.length), percussive);
    }

    private static void keepHarmonic(ComplexSpectrogram spectrogram) {
        float[] magnitude = spectrogram.magnitude().values();
        float[] lasting = medianOverFrames(magnitude, spectrogram.bins(), spectrogram.frames());
        float[] striking = new MedianFilter(spectrogram.bins(), spectrogram.frames(), MEDIAN_WIDTH).filter(magnitude);
        for (int i = 0; i < magnitude.length; i++) {
            float share = share(lasting[i], striking[i]);
            spectrogram.real()[i] *= share;
            spectrogram.imaginary()[i] *= share;
        }
    }

    private static float[] medianOverFrames(float[] magnitude, int bins, int frames) {
        float[] filtered = new MedianFilter(frames, bins, MEDIAN_WIDTH).filter(transposed(magnitude, bins, frames));
        return transposed(filtered, frames, bins);
    }

    private static float[] transposed(float[] values, int rows, int columns) {
        float[] transposed = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed[column * rows + row] = values[row * columns + column];
            }
        }
        return transposed;
    }

    /** Of the first in the sum of the squares; a half where both vanish. In double, where no square does. */
    private static float share(double first, double second) {
        double sum = first * first + second * second;
        return sum == 0 ? 0.5f : (float) (first * first / sum);
    }
}
