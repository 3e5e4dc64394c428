package io.timbre.trainer.drift;

import java.util.Arrays;
import org.apache.commons.math3.ml.distance.ChebyshevDistance;
import org.apache.commons.math3.ml.distance.EarthMoversDistance;
import org.apache.commons.math3.stat.inference.GTest;
import org.apache.commons.math3.util.MathArrays;

/** How far windows are from a baseline, by each of {@link Statistic#DISTANCES}. */
final class Distances {

    private static final GTest G_TEST = new GTest();
    private static final EarthMoversDistance EARTH_MOVER = new EarthMoversDistance();
    private static final ChebyshevDistance CHEBYSHEV = new ChebyshevDistance();
    /** Added to each count for the PSI, which knows no share of nothing. */
    private static final double HALF_A_TRACK = 0.5;

    private final long[] counts;
    private final double[] shares;
    private final double[] smoothed;
    private final double[] confidences;
    private final double[] entropies;
    private final double[] embedding;

    private Distances(Sketch baseline) {
        long tracks = baseline.tracks();
        this.counts = baseline.counts().clone();
        this.shares = shares(counts, 0);
        this.smoothed = shares(counts, HALF_A_TRACK);
        this.confidences = baseline.confidences().shares(tracks);
        this.entropies = baseline.entropies().shares(tracks);
        this.embedding = baseline.embeddingMean();
    }

    static Distances from(Sketch baseline) {
        return new Distances(baseline);
    }

    /** Of a window of at least one track. Shape: (8), in the order of {@link Statistic#DISTANCES}. */
    double[] of(Sketch window) {
        long tracks = window.tracks();
        var windowShares = shares(window.counts(), 0);
        int unknown = shares.length - 1;
        return new double[] {
            jensenShannon(shares, windowShares),
            stabilityIndex(smoothed, shares(window.counts(), HALF_A_TRACK)),
            CHEBYSHEV.compute(shares, windowShares),
            largestG(counts, window.counts()),
            Math.abs(shares[unknown] - windowShares[unknown]),
            earthMover(confidences, window.confidences().shares(tracks)),
            earthMover(entropies, window.entropies().shares(tracks)),
            MathArrays.distance(embedding, window.embeddingMean())
        };
    }

    /** Shares of the counts after {@code added} was added to each. */
    static double[] shares(long[] counts, double added) {
        double all = Arrays.stream(counts).sum() + added * counts.length;
        return Arrays.stream(counts).mapToDouble(count -> (count + added) / all).toArray();
    }

    /**
     * Divergence in bits.
     *
     * @see "J. Lin, Divergence Measures Based on the Shannon Entropy, IEEE Transactions on Information Theory 1991"
     */
    static double jensenShannon(double[] one, double[] other) {
        double nats = 0;
        for (int i = 0; i < one.length; i++) {
            double middle = (one[i] + other[i]) / 2;
            nats += divergence(one[i], middle) / 2 + divergence(other[i], middle) / 2;
        }
        return Math.max(0, nats / Math.log(2));
    }

    private static double divergence(double share, double from) {
        return share == 0 ? 0 : share * Math.log(share / from);
    }

    /** Population stability index: the symmetrised divergence of Kullback and Leibler, in nats. */
    static double stabilityIndex(double[] one, double[] other) {
        double index = 0;
        for (int i = 0; i < one.length; i++) {
            index += (other[i] - one[i]) * Math.log(other[i] / one[i]);
        }
        return index;
    }

    /** The largest G of any genre against all others. */
    static double largestG(long[] one, long[] other) {
        long ofOne = Arrays.stream(one).sum();
        long ofOther = Arrays.stream(other).sum();
        double largest = 0;
        for (int genre = 0; genre < one.length; genre++) {
            if (tells(one[genre], ofOne, other[genre], ofOther)) {
                largest = Math.max(
                        largest,
                        G_TEST.gDataSetsComparison(against(one[genre], ofOne), against(other[genre], ofOther)));
            }
        }
        return largest;
    }

    /**
     * The chance of a genre's shares so far apart if they are one, by a G-test of it against all others.
     *
     * @return the p-value; 1 if neither or only this genre was seen
     */
    static double pValue(long one, long ofOne, long other, long ofOther) {
        return tells(one, ofOne, other, ofOther)
                ? G_TEST.gTestDataSetsComparison(against(one, ofOne), against(other, ofOther))
                : 1;
    }

    /** A test of nothing, or of all, has no answer. */
    private static boolean tells(long one, long ofOne, long other, long ofOther) {
        return one + other > 0 && one + other < ofOne + ofOther;
    }

    private static long[] against(long genre, long all) {
        return new long[] {genre, all - genre};
    }

    private static double earthMover(double[] one, double[] other) {
        return EARTH_MOVER.compute(one, other) * ShareHistogram.binWidth();
    }
}
