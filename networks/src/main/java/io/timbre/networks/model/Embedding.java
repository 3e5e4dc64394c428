package io.timbre.networks.model;

/** What a network makes of a track before it names a genre: where neighbours sound alike. */
public final class Embedding {

    private Embedding() {}

    /**
     * The embedding of a track: the mean of its segments', divided by its length, so that the product of two is the cosine
     * of their angle. Zeros stay zeros.
     *
     * @param segments at least one row
     */
    public static float[] ofTrack(float[][] segments) {
        var mean = Softmax.mean(segments);
        double length = Math.sqrt(product(mean, mean));
        if (length > 0) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] = (float) (mean[i] / length);
            }
        }
        return mean;
    }

    /** The sum of the products: of two of length 1, how alike they are, from -1 to 1. */
    public static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
