package io.timbre.signal.descriptor;

/**
 * How often a sound changes its sign: the share of the samples of each frame whose sign is not that of the sample
 * before. Noise and cymbals come near 0.5, a flute stays below 0.1.
 *
 * <p>Zero counts as positive, and so do samples within 1e-10 of it; a frame's first sample is never a crossing. Frames
 * are centred, with the ends of the sound held. Agrees with {@code librosa.feature.zero_crossing_rate}.
 */
public final class ZeroCrossingRate {
    private static final float SILENCE = 1e-10f;

    private ZeroCrossingRate() {}

    /**
     * Returns one rate a frame, 0 to 1; there are {@code 1 + samples / hopLength} frames.
     *
     * @param frameLength samples, even and at least 2
     * @param hopLength samples, at least 1
     * @throws IllegalArgumentException if a length is not that, or the sound is not longer than half a frame
     */
    public static float[] of(float[] samples, int frameLength, int hopLength) {
        var frames = new CentredFrames(frameLength, hopLength);
        float[] padded = Padding.EDGE.pad(samples, frames.margin());
        int[] crossingsBefore = crossingsBefore(padded);
        float[] rates = new float[frames.count(samples)];
        for (int frame = 0; frame < rates.length; frame++) {
            int first = frame * hopLength;
            int crossings = crossingsBefore[first + frameLength] - crossingsBefore[first + 1];
            rates[frame] = (float) crossings / frameLength;
        }
        return rates;
    }

    /** At n: how many of the samples up to n, without n, are crossings. */
    private static int[] crossingsBefore(float[] samples) {
        int[] before = new int[samples.length + 1];
        for (int n = 1; n < samples.length; n++) {
            boolean crosses = isNegative(samples[n]) != isNegative(samples[n - 1]);
            before[n + 1] = before[n] + (crosses ? 1 : 0);
        }
        return before;
    }

    private static boolean isNegative(float sample) {
        return sample < -SILENCE;
    }
}
