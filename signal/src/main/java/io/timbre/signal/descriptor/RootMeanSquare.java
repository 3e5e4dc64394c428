package io.timbre.signal.descriptor;

/**
 * Loudness as a physicist measures it: the root of the mean square of the samples of each frame. A sine at full scale
 * has 0.707.
 *
 * <p>Frames are centred, with the sound reflected at its ends. Agrees with
 * {@code librosa.feature.rms(y=y, pad_mode="reflect")}.
 */
public final class RootMeanSquare {
    private RootMeanSquare() {}

    /**
     * Returns one value a frame, of full scale; there are {@code 1 + samples / hopLength} frames.
     *
     * @param frameLength samples, even and at least 2
     * @param hopLength samples, at least 1
     * @throws IllegalArgumentException if a length is not that, or the sound is not longer than half a frame
     */
    public static float[] of(float[] samples, int frameLength, int hopLength) {
        var frames = new CentredFrames(frameLength, hopLength);
        float[] padded = Padding.REFLECT.pad(samples, frames.margin());
        float[] values = new float[frames.count(samples)];
        for (int frame = 0; frame < values.length; frame++) {
            values[frame] = (float) Math.sqrt(energy(padded, frame * hopLength, frameLength) / frameLength);
        }
        return values;
    }

    private static double energy(float[] samples, int first, int length) {
        double energy = 0;
        for (int n = first; n < first + length; n++) {
            energy += (double) samples[n] * samples[n];
        }
        return energy;
    }
}
