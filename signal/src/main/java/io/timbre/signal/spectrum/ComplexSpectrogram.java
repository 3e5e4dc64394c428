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
     * This phase, each magnitude times a gain of its own.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public ComplexSpectrogram amplified(Spectrogram gains) {
        if (gains.bands() != bins || gains.frames() != frames) {
            throw new IllegalArgumentException("gains must have " + bins + " bins and " + frames + " frames: had "
                    + gains.bands() + " and " + gains.frames());
        }
        ComplexSpectrogram amplified = empty(bins, frames);
        for (int i = 0; i < real.length; i++) {
            amplified.real[i] = gains.values()[i] * real[i];
            amplified.imaginary[i] = gains.values()[i] * imaginary[i];
        }
        return amplified;
    }

    /** In double precision, where no square of a float overflows or vanishes. */
    private float magnitudeAt(int i) {
        return (float) Math.sqrt((double) real[i] * real[i] + (double) imaginary[i] * imaginary[i]);
    }
}
