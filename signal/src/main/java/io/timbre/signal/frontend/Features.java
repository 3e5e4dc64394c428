package io.timbre.signal.frontend;

import io.timbre.signal.spectrum.Spectrogram;
import java.util.OptionalInt;

/**
 * What a front end made of a whole track.
 *
 * @param values row-major array of the shape
 * @param shape dimensions, slowest first
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of each would double the memory.
public record Features(float[] values, int... shape) {
    public Features {
        int size = 1;
        for (int dimension : shape) {
            size *= dimension;
        }
        if (size != values.length) {
            throw new IllegalArgumentException("values must be " + size + " for the shape: were " + values.length);
        }
    }

    /** The first so many frames of a spectrogram, or all if it has fewer, as a sequence of shape (frames, bands). */
    static Features timeMajor(Spectrogram spectrogram, OptionalInt maxFrames) {
        int frames = Math.min(spectrogram.frames(), maxFrames.orElse(Integer.MAX_VALUE));
        int bands = spectrogram.bands();
        float[] values = new float[frames * bands];
        for (int frame = 0; frame < frames; frame++) {
            for (int band = 0; band < bands; band++) {
                values[frame * bands + band] = spectrogram.at(band, frame);
            }
        }
        return new Features(values, frames, bands);
    }
}
