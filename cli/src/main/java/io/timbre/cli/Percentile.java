package io.timbre.cli;

/** Of measurements, the one that a share of the others does not exceed. */
final class Percentile {
    private Percentile() {}

    static double of(double[] ascending, double share) {
        return ascending[Math.min(ascending.length - 1, (int) (share * ascending.length))];
    }
}
