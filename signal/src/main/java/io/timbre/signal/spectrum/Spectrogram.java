package io.timbre.signal.spectrum;

/**
 * Values over frequency and time, shape (bands, frames): powers, magnitudes, decibels, or cepstral coefficients.
 *
 * @param values row-major: one band's frames lie side by side; not copied
 * @param bands rows, the lowest frequency first; a linear spectrogram has one a bin
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of each would double the memory.
public record Spectrogram(float[] values, int bands, int frames) {
    public Spectrogram {
        if ((long) bands * frames != values.length) {
            throw new IllegalArgumentException("values must be " + (long) bands * frames + " for " + bands
                    + " bands and " + frames + " frames: were " + values.length);
        }
    }

    static Spectrogram empty(int bands, int frames) {
        return new Spectrogram(new float[Math.multiplyExact(bands, frames)], bands, frames);
    }

    public float at(int band, int frame) {
        return values[band * frames + frame];
    }
}
