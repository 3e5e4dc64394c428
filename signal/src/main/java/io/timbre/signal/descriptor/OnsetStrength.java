package io.timbre.signal.descriptor;

import io.timbre.signal.spectrum.Spectrogram;
import java.util.Arrays;

/**
 * How much louder a sound becomes from frame to frame: in each mel band the rise in decibels, if it is one, and of
 * those the median. Notes and strokes begin where this is high.
 *
 * <p>Agrees with {@code librosa.onset.onset_strength(S=decibels, aggregate=numpy.median)}, which beat tracking uses.
 *
 * @see "S. Böck and G. Widmer, Maximum filter vibrato suppression for onset detection, DAFx 2013"
 */
public final class OnsetStrength {
    private OnsetStrength() {}

    /**
     * Returns one strength a frame, in dB.
     *
     * @param decibels mel spectrogram of centred frames
     * @param delayFrames how many frames after its middle a frame ends: that much later, onsets are counted
     */
    public static float[] of(Spectrogram decibels, int delayFrames) {
        float[] strength = new float[decibels.frames()];
        float[] rises = new float[decibels.bands()];
        for (int frame = 1; frame < strength.length - delayFrames; frame++) {
            for (int band = 0; band < rises.length; band++) {
                rises[band] = Math.max(0, decibels.at(band, frame) - decibels.at(band, frame - 1));
            }
            strength[frame + delayFrames] = median(rises);
        }
        return strength;
    }

    /** Sorts them. */
    private static float median(float[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }
}
