package io.timbre.trainer.fit;

import io.timbre.networks.engine.SegmentScorer;

/** Judges the weights that an epoch ended with. */
@FunctionalInterface
public interface Validation {

    /** There is nothing to judge them by. */
    Validation NONE = scorer -> new Verdict(Double.NaN, Double.NaN);

    Verdict judge(SegmentScorer scorer);

    /**
     * How good they are.
     *
     * @param loss mean, nats
     * @param accuracy share of right answers
     */
    record Verdict(double loss, double accuracy) {}
}
