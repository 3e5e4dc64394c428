package io.timbre.trainer.champion;

/**
 * Where a proportion lies with 95 % confidence, judged from a sample: Wilson's score interval, without continuity
 * correction, which stays sensible for few tracks and for proportions near 0 and 1.
 *
 * @see "R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 1998, method 3"
 */
record WilsonInterval(double low, double high) {

    private static final double Z = 1.959964;

    /** The interval of {@code hits} in {@code trials}; the whole of 0 to 1 for no trials. */
    static WilsonInterval of(int hits, int trials) {
        if (trials == 0) {
            return new WilsonInterval(0, 1);
        }
        double share = (double) hits / trials;
        double centre = share + Z * Z / (2 * trials);
        double spread = Z * Math.sqrt(share * (1 - share) / trials + Z * Z / (4.0 * trials * trials));
        double scale = 1 + Z * Z / trials;
        return new WilsonInterval(Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale));
    }
}
