package io.timbre.signal.descriptor;

/**
 * A sound with more of it on either side, so that its first and last frames can be centred on its ends. Agrees with
 * {@code numpy.pad}.
 */
public enum Padding {
    /**
     * The sound backwards, without its first or last sample again: {@code c b (a b c d) c b}. What librosa padded with
     * until 0.9; since 0.10 it pads with zeros.
     */
    REFLECT {
        @Override
        int source(int n, int samples) {
            return n < 0 ? -n : n >= samples ? 2 * samples - 2 - n : n;
        }
    },
    /** The first and the last sample, held: {@code a a (a b c d) d d}. */
    EDGE {
        @Override
        int source(int n, int samples) {
            return Math.clamp(n, 0, samples - 1);
        }
    };

    /** Where the sample {@code n}, which may lie outside, is taken from. */
    abstract int source(int n, int samples);

    /**
     * Returns {@code margin} samples, the sound, and {@code margin} samples.
     *
     * @throws IllegalArgumentException if the sound is not longer than the margin
     */
    public float[] pad(float[] samples, int margin) {
        if (samples.length <= margin) {
            throw new IllegalArgumentException("samples must be more than " + margin + ": were " + samples.length);
        }
        float[] padded = new float[samples.length + 2 * margin];
        for (int n = 0; n < padded.length; n++) {
            padded[n] = samples[source(n - margin, samples.length)];
        }
        return padded;
    }
}
