package io.timbre.signal.frontend;

/** Samples as files of 16 bits hold them. */
final class SixteenBits {
    private static final double FULL_SCALE = 32_768;

    private SixteenBits() {}

    /** Whole numbers from -32,768 to 32,767, to the nearest, halves to even; what is beyond is cut off. */
    static float[] of(float[] samples) {
        float[] rounded = new float[samples.length];
        for (int n = 0; n < samples.length; n++) {
            rounded[n] = (float) Math.clamp(Math.rint(samples[n] * FULL_SCALE), -FULL_SCALE, FULL_SCALE - 1);
        }
        return rounded;
    }
}
