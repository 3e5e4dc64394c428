package io.timbre.cli;

/** How nearly two did the same: energy of the one's numbers over that of the difference. */
final class Agreement {
    /** Encoders' padding is cut a little differently by each decoder, and resamplers end a little differently. */
    private static final double MAX_LENGTH_DIFFERENCE = 0.005;

    private Agreement() {}

    /** In dB, infinite if they are equal; minus infinity if one is longer than the other by more than 0.5 %. */
    static double decibels(float[] ours, float[] theirs) {
        if (Math.abs(ours.length - theirs.length) > MAX_LENGTH_DIFFERENCE * ours.length) {
            return Double.NEGATIVE_INFINITY;
        }
        double energy = 0;
        double difference = 0;
        for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
            energy += (double) ours[i] * ours[i];
            difference += Math.pow((double) ours[i] - theirs[i], 2);
        }
        return difference == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(energy / difference);
    }
}
