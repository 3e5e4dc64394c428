package io.timbre.signal.spectrum;

/**
 * A short-time Fourier transform, shape (bins, frames): magnitude and phase of every bin in every frame.
 *
 * @param real row-major: one bin's frames lie side by side; not copied
 * @param imaginary as {@code real}
 * @param bins rows, from 0 Hz to half the sample rate
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of each would double the memory.
public record ComplexSpectrogram(float[] real, float[] imaginary, int bins, int frames) {
    public ComplexSpectrogram {
        long size = (long) bins * frames;
        if (real.length != size || imaginary.length != size) {
            throw new IllegalArgumentException("real and imaginary must be " + size + " for " + bins + " bins and "
                    + frames + " frames: were " + real.length + " and " + imaginary.length);
        }
    }

    static ComplexSpectrogram empty(int bins, int frames) {
        int size = Math.multiplyExact(bins, frames);
        return new ComplexSpectrogram(new float[size], new float[size], bins, frames);
    }

    /** Agrees with {@code numpy.abs}. */
    public Spectrogram magnitude() {
        Spectrogram magnitude = Spectrogram.empty(bins, frames);
        for (int i = 0; i < real.length; i++) {
            magnitude.values()[i] = magnitudeAt(i);
        }
        return magnitude;
    }

    /**
     * This phase under another magnitude, as auralisation wants it. Where this is zero it has no phase, and 0 is taken,
     * as {@code librosa.magphase} does.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public ComplexSpectrogram withMagnitude(Spectrogram magnitude) {
        requireOwnShape("magnitude", magnitude);
        ComplexSpectrogram scaled = empty(bins, frames);
        for (int i = 0; i < real.length; i++) {
            float wanted = magnitude.values()[i];
            float present = magnitudeAt(i);
            scaled.real[i] = present == 0 ? wanted : wanted * (real[i] / present);
            scaled.imaginary[i] = present == 0 ? 0 : wanted * (imaginary[i] / present);
        }
        return scaled;
    }

    /**
     * This phase, each magnitude times a gain of its own.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public ComplexSpectrogram amplified(Spectrogram gains) {
        requireOwnShape("gains", gains);
        ComplexSpectrogram amplified = empty(bins, frames);
        for (int i = 0; i < real.length; i++) {
            amplified.real[i] = gains.values()[i] * real[i];
            amplified.imaginary[i] = gains.values()[i] * imaginary[i];
        }
        return amplified;
    }

    private void requireOwnShape(String name, Spectrogram other) {
        if (other.bands() != bins || other.frames() != frames) {
            throw new IllegalArgumentException(name + " must have " + bins + " bins and " + frames + " frames: had "
                    + other.bands() + " and " + other.frames());
        }
    }

    /** In double precision, where no square of a float overflows or vanishes. */
    private float magnitudeAt(int i) {
        return (float) Math.sqrt((double) real[i] * real[i] + (double) imaginary[i] * imaginary[i]);
    }
}
