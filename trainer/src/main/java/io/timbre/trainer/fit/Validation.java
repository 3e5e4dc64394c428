package io.timbre.trainer.fit;

import io.timbre.networks.engine.SegmentScorer;
import java.util.Optional;

/** Judges the weights that an epoch ended with. */
@FunctionalInterface
public interface Validation {

    /** There is nothing to judge them by. */
    Validation NONE = scorer -> Optional.empty();

    /** Nothing where there is nothing to judge by; a loss that is no number where the weights are none. */
    Optional<Verdict> judge(SegmentScorer scorer);

    /**
     * How good they are.
     *
     * @param loss mean, nats
     * @param accuracy share of right answers
     */
    record Verdict(double loss, double accuracy) {}
}
