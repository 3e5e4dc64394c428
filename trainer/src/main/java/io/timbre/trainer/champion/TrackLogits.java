package io.timbre.trainer.champion;

import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.engine.SegmentScorer.Score;
import io.timbre.networks.model.ClassLogits;
import io.timbre.networks.model.Embedding;
import io.timbre.networks.model.Softmax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a network said of each segment of a track, and what the track is.
 *
 * @param logits one row a segment
 * @param embedding of the track, of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // reduced and never compared
record TrackLogits(int label, float[][] logits, float[] embedding) {

    /** Scores tracks' segments in one go. */
    static List<TrackLogits> score(SegmentScorer scorer, List<TrackSegments> tracks) {
        var scores = scorer.score(
                tracks.stream().flatMap(track -> track.segments().stream()).toList());
        var logits = new ArrayList<TrackLogits>(tracks.size());
        int from = 0;
        for (var track : tracks) {
            int to = from + track.segments().size();
            logits.add(of(track.label(), scores.subList(from, to)));
            from = to;
        }
        return logits;
    }

    private static TrackLogits of(int label, List<Score> scores) {
        return new TrackLogits(
                label,
                scores.stream().map(score -> ClassLogits.of(score.logits())).toArray(float[][]::new),
                Embedding.ofTrack(scores.stream().map(Score::embedding).toArray(float[][]::new)));
    }

    /** The track's posteriors as the served model computes them: the mean of its segments'. */
    float[] posteriors(double temperature) {
        return Softmax.mean(Arrays.stream(logits)
                .map(segment -> Softmax.posteriors(segment, temperature))
                .toArray(float[][]::new));
    }
}
