package io.timbre.signal.frontend;

import java.util.Arrays;

/** A sound again and again. */
final class Repetition {
    private Repetition() {}

    /** As many samples as are wanted, from the start again after each end. */
    static float[] of(float[] samples, int length) {
        float[] repeated = Arrays.copyOf(samples, length);
        for (int n = samples.length; n < length; n++) {
            repeated[n] = repeated[n - samples.length];
        }
        return repeated;
    }
}
