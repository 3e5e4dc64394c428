package io.timbre.explain.featuremap;

import io.timbre.explain.answer.Question;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.Ranking;
import io.timbre.explain.subject.Subject;
import java.util.Locale;

/**
 * The segment of a track that speaks most for a genre.
 *
 * @param segment from 0
 * @param posterior its own, of the genre
 */
record StrongestSegment(int segment, String genre, float posterior) {

    /** Of the genre that is asked about, else of the one that was decided for. */
    static StrongestSegment of(ExplainedModel model, Subject subject, Question question) {
        var posteriors = model.posteriors(subject.inputs());
        int genre = question.genre()
                .map(model::indexOf)
                .orElseGet(() -> Ranking.best(model.trackPosteriors(subject.inputs())));
        int strongest = 0;
        for (int i = 1; i < posteriors.length; i++) {
            strongest = posteriors[i][genre] > posteriors[strongest][genre] ? i : strongest;
        }
        return new StrongestSegment(strongest, model.classes().get(genre), posteriors[strongest][genre]);
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "Shown is segment %d, the one that speaks most for %s (posterior %.2f).",
                segment,
                genre,
                posterior);
    }
}
