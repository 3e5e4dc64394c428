package io.timbre.trainer.champion;

import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.model.ClassLogits;
import io.timbre.networks.model.Softmax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a network said of each segment of a track, and what the track is. */
@SuppressWarnings("ArrayRecordComponent") // logits are reduced and never compared
record TrackLogits(int label, float[][] logits) {

    /** Scores tracks' segments in one go. */
    static List<TrackLogits> score(SegmentScorer scorer, List<TrackSegments> tracks) {
        var scores = scorer.score(
                tracks.stream().flatMap(track -> track.segments().stream()).toList());
        var logits = new ArrayList<TrackLogits>(tracks.size());
        int from = 0;
        for (var track : tracks) {
            int to = from + track.segments().size();
            logits.add(new TrackLogits(
                    track.label(),
                    scores.subList(from, to).stream()
                            .map(score -> ClassLogits.of(score.logits()))
                            .toArray(float[][]::new)));
            from = to;
        }
        return logits;
    }

    /** The track's posteriors as the served model computes them: the mean of its segments'. */
    float[] posteriors(double temperature) {
        return Softmax.mean(Arrays.stream(logits)
                .map(segment -> Softmax.posteriors(segment, temperature))
                .toArray(float[][]::new));
    }
}
