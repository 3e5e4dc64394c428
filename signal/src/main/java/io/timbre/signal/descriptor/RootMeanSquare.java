package io.timbre.signal.descriptor;

/**
 * Loudness as a physicist measures it: the root of the mean square of the samples of each frame. A sine at full scale has
 * 0.707.
 *
 * <p>Frames are centred, with the sound reflected at its ends. Agrees with
 * {@code librosa.feature.rms(y=y, pad_mode="reflect")}.
 */
public final class RootMeanSquare {
    private RootMeanSquare() {}

    /**
     * Returns one value a frame, of full scale; there are {@code 1 + samples / hopLength} frames.
     *
     * @throws IllegalArgumentException if the sound is not longer than half a frame
     */
    public static float[] of(float[] samples, int frameLength, int hopLength) {
        float[] padded = Padding.REFLECT.pad(samples, frameLength / 2);
        float[] values = new float[1 + samples.length / hopLength];
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
