package io.timbre.trainer.drift;

import java.util.Arrays;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.math3.util.MathArrays;

/**
 * Random Fourier features of an embedding: numbers whose inner products are, on average, the Gaussian kernel {@code
 * exp(-|x - y|² / (2 bandwidth²))}. So the means of two sets of them are as far apart as the maximum mean discrepancy of
 * the embeddings, and a window needs to keep nothing but a sum.
 *
 * <p>In: {@code (D)}; out: {@code (64)}, the cosines and then the sines of 32 random projections, not yet divided by √32.
 * Pairs vary less than cosines with random phases (Sutherland and Schneider, UAI 2015). The frequencies are drawn from a
 * fixed seed by commons-math's Well19937c, so that they are the same on each machine and in each version of Java.
 *
 * @see "A. Rahimi, B. Recht, Random Features for Large-Scale Kernel Machines, NIPS 2007"
 */
public final class FourierFeatures {

    /** Projections of an embedding. */
    static final int PROJECTIONS = Observation.FEATURES / 2;

    private static final int SEED = 20_071_203;
    /** Of whose pairs the median distance is taken: 125,000 pairs. */
    private static final int COMPARED = 500;

    private final double[][] frequencies;
    private final double bandwidth;

    private FourierFeatures(double[][] frequencies, double bandwidth) {
        this.frequencies = frequencies;
        this.bandwidth = bandwidth;
    }

    /**
     * Features of a kernel as wide as embeddings are apart: its bandwidth is their median distance, the usual heuristic
     * (Gretton et al., JMLR 2012). Of more than 500, every so-manieth is compared.
     *
     * @throws IllegalArgumentException if there are fewer than two, or more than half of the pairs are equal
     */
    public static FourierFeatures asWideAs(float[][] embeddings) {
        int compared = Math.min(embeddings.length, COMPARED);
        var picked = new double[compared][];
        for (int i = 0; i < compared; i++) {
            picked[i] = doubles(embeddings[(int) ((long) i * embeddings.length / compared)]);
        }
        var distances = new double[compared * (compared - 1) / 2];
        int pair = 0;
        for (int i = 0; i < compared; i++) {
            for (int j = 0; j < i; j++) {
                distances[pair++] = MathArrays.distance(picked[i], picked[j]);
            }
        }
        double median = distances.length == 0 ? 0 : new Median().evaluate(distances);
        if (!(median > 0)) {
            throw new IllegalArgumentException("embeddings must differ: their median distance is " + median);
        }
        return of(picked[0].length, median);
    }

    /**
     * Features of a kernel of a given width.
     *
     * @param bandwidth in the unit of the embeddings, > 0
     */
    public static FourierFeatures of(int embeddingLength, double bandwidth) {
        if (!(bandwidth > 0)) {
            throw new IllegalArgumentException("bandwidth must be > 0: was " + bandwidth);
        }
        var random = new Well19937c(SEED);
        var frequencies = new double[PROJECTIONS][embeddingLength];
        for (var frequency : frequencies) {
            Arrays.setAll(frequency, i -> random.nextGaussian() / bandwidth);
        }
        return new FourierFeatures(frequencies, bandwidth);
    }

    /** Where the kernel has fallen to 0.61, in the unit of the embeddings. */
    public double bandwidth() {
        return bandwidth;
    }

    /** In units of {@link Observation#FOURIER_UNIT}. */
    short[] of(float[] embedding) {
        if (embedding.length != frequencies[0].length) {
            throw new IllegalArgumentException(
                    "embedding must hold " + frequencies[0].length + " numbers: held " + embedding.length);
        }
        var features = new short[Observation.FEATURES];
        var point = doubles(embedding);
        for (int i = 0; i < PROJECTIONS; i++) {
            double angle = MathArrays.linearCombination(frequencies[i], point);
            features[i] = (short) Math.round(Math.cos(angle) / Observation.FOURIER_UNIT);
            features[PROJECTIONS + i] = (short) Math.round(Math.sin(angle) / Observation.FOURIER_UNIT);
        }
        return features;
    }

    private static double[] doubles(float[] values) {
        var doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return doubles;
    }
}
