package io.timbre.explain.counterfactual;

import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.Ranking;
import io.timbre.networks.model.Softmax;
import io.timbre.networks.model.TrackPrediction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a model makes of a track.
 *
 * @param posteriors of the track: the mean of its segments'
 * @param unknownBelow the confidence that a genre needs
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
record Standing(List<String> classes, float[] posteriors, double unknownBelow) {

    static Standing of(ExplainedModel model, List<float[]> inputs) {
        return of(model, model.logits(inputs));
    }

    /** @param logits a row a segment */
    static Standing of(ExplainedModel model, float[][] logits) {
        var calibration = model.description().calibration();
        var posteriors = Stream.of(logits)
                .map(row -> Softmax.posteriors(row, calibration.temperature()))
                .toArray(float[][]::new);
        return new Standing(model.classes(), Softmax.mean(posteriors), calibration.unknownBelow());
    }

    /** The class of the largest posterior. */
    int best() {
        return Ranking.best(posteriors);
    }

    /** The class of the largest posterior but that of one. */
    int bestBut(int other) {
        var ranked = Ranking.of(posteriors);
        return ranked[0] == other ? ranked[1] : ranked[0];
    }

    /** As the track's classification has it. */
    String genre() {
        return isSure() ? classes.get(best()) : TrackPrediction.UNKNOWN;
    }

    boolean is(int genre) {
        return isSure() && best() == genre;
    }

    private boolean isSure() {
        return posteriors[best()] >= unknownBelow;
    }

    double posterior(int genre) {
        return posteriors[genre];
    }

    /** The posteriors by the names of their classes. */
    Map<String, Float> byName() {
        var map = new LinkedHashMap<String, Float>();
        for (int i = 0; i < posteriors.length; i++) {
            map.put(classes.get(i), posteriors[i]);
        }
        return map;
    }
}
