package io.timbre.trainer.champion;

import io.timbre.networks.engine.SegmentScorer;
import io.timbre.trainer.fit.Validation;
import java.util.List;
import java.util.Optional;

/** Judges weights by whole tracks, as the served model would call them before it is calibrated. */
final class TrackValidation implements Validation {

    private final List<TrackSegments> tracks;

    TrackValidation(List<TrackSegments> tracks) {
        this.tracks = tracks;
    }

    @Override
    public Optional<Verdict> judge(SegmentScorer scorer) {
        var logits = TrackLogits.score(scorer, tracks);
        long right = logits.stream()
                .filter(track -> new Decision(track.label(), track.posteriors(1)).isRight())
                .count();
        return Optional.of(new Verdict(Calibrator.negativeLogLikelihood(logits, 1), (double) right / logits.size()));
    }
}
