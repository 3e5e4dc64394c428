package io.timbre.trainer.drift;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is measured of a window against its baseline; each is 0 where nothing moved. */
public enum Statistic {
    /** Jensen-Shannon divergence of the genres' shares, in bits: 0 to 1. */
    JENSEN_SHANNON(Growth.SQUARED),
    /** Population stability index of the genres' shares, half a track added to each count. */
    PSI(Growth.SQUARED),
    /** The largest difference of any genre's share. */
    L_INFINITY(Growth.LINEAR),
    /** The largest G of any genre against all others: twice the log-likelihood ratio of two shares against one. */
    G_TEST(Growth.NONE),
    /** Difference of the share of tracks of unknown genre. */
    UNKNOWN_SHARE(Growth.LINEAR),
    /** Earth mover's distance of the confidences: how far a track's confidence has moved on average. */
    CONFIDENCE(Growth.LINEAR),
    /** Earth mover's distance of the posteriors' entropies, which are shares of the largest possible one. */
    ENTROPY(Growth.LINEAR),
    /** Maximum mean discrepancy of the embeddings, through random Fourier features: 0 to 1.4. */
    EMBEDDING_MMD(Growth.LINEAR),
    /** How sure ADWIN is that the confidence changed within the window: -log10 of the delta at which it would say so. */
    CONFIDENCE_CHANGE(Growth.NONE),
    /** The same of the share of wrong answers, where labels come. */
    ERROR_CHANGE(Growth.NONE);

    /** The distances of a window, in the order in which {@link Distances} gives them. */
    static final List<Statistic> DISTANCES =
            List.of(JENSEN_SHANNON, PSI, L_INFINITY, G_TEST, UNKNOWN_SHARE, CONFIDENCE, ENTROPY, EMBEDDING_MMD);

    private final Growth growth;

    Statistic(Growth growth) {
        this.growth = growth;
    }

    /** As it is published, such as {@code "jensen-shannon"}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is none of that label */
    public static Statistic of(String label) {
        return Arrays.stream(values())
                .filter(statistic -> statistic.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no statistic is called " + label));
    }

    /**
     * A threshold for windows of another size, to first order.
     *
     * @param variance of the difference of a window's and the baseline's mean, relative to where the threshold was found
     */
    double scaled(double threshold, double variance) {
        return switch (growth) {
            case NONE -> threshold;
            case LINEAR -> threshold * Math.sqrt(variance);
            case SQUARED -> threshold * variance;
        };
    }

    /** How chance's part of it grows with the deviation of the means. */
    private enum Growth {
        NONE,
        LINEAR,
        SQUARED
    }
}
