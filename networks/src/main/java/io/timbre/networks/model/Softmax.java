package io.timbre.networks.model;

/** Logits to posteriors. */
public final class Softmax {

    private Softmax() {}

    /**
     * {@code exp(logit / temperature)}, divided by its sum. Works in double precision, so rows sum to 1 within a float's
     * rounding.
     *
     * @param temperature > 1 makes the posteriors flatter, < 1 steeper; 1 is the plain softmax
     * @see "C. Guo et al., On Calibration of Modern Neural Networks, ICML 2017"
     */
    public static float[] posteriors(float[] logits, double temperature) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        var exponentials = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            exponentials[i] = Math.exp((logits[i] - largest) / temperature);
            sum += exponentials[i];
        }
        var posteriors = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            posteriors[i] = (float) (exponentials[i] / sum);
        }
        return posteriors;
    }

    /** The element-wise mean of rows of one length. */
    public static float[] mean(float[][] rows) {
        var sums = new double[rows[0].length];
        for (var row : rows) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += row[i];
            }
        }
        var mean = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            mean[i] = (float) (sums[i] / rows.length);
        }
        return mean;
    }
}
