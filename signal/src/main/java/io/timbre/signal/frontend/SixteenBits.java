package io.timbre.signal.frontend;

/** Samples as files of 16 bits hold them. */
final class SixteenBits {
    private static final double FULL_SCALE = 32_768;
    /** Less is nothing: far below the least sample of any format. */
    private static final double LEAST_PEAK = 1e-30;

    private SixteenBits() {}

    /** Whole numbers from -32,768 to 32,767, to the nearest, halves to even; what is beyond is cut off. */
    static float[] of(float[] samples) {
        float[] rounded = new float[samples.length];
        for (int n = 0; n < samples.length; n++) {
            rounded[n] = (float) Math.clamp(Math.rint(samples[n] * FULL_SCALE), -FULL_SCALE, FULL_SCALE - 1);
        }
        return rounded;
    }

    /**
     * Likewise, made as loud as such files can be, without their mean: what becomes of a sound does not depend on its
     * level, and nothing is cut off.
     */
    static Scaled loudest(float[] samples) {
        double mean = mean(samples);
        double peak = LEAST_PEAK;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample - mean));
        }
        double gain = (FULL_SCALE - 1) / peak;
        float[] rounded = new float[samples.length];
        for (int n = 0; n < samples.length; n++) {
            rounded[n] = (float) Math.rint((samples[n] - mean) * gain);
        }
        return new Scaled(rounded, gain);
    }

    private static double mean(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample;
        }
        return sum / samples.length;
    }

    /**
     * Whole numbers.
     *
     * @param gain what the samples were multiplied by
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of each would double the memory.
    record Scaled(float[] samples, double gain) {}
}
