package io.timbre.explain.evidence;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Artifact;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Quality;
import io.timbre.explain.answer.Question;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.ExplanationMethod;
import io.timbre.explain.subject.Piece;
import io.timbre.explain.subject.Ranking;
import io.timbre.explain.subject.Recording;
import io.timbre.explain.subject.Subject;
import io.timbre.explain.trust.Baseline;
import java.util.ArrayList;
import java.util.Comparator;

/**
 * Which seconds speak for a genre and which against it: what each segment is by itself, what the genre loses without each
 * half second or run of notes, and the three seconds that it hangs on most, to be heard.
 */
public final class Evidence implements ExplanationMethod {

    @Override
    public Answer answer(ExplainedModel model, Subject subject, Question question, Progress progress) {
        var inputs = subject.inputs();
        var posteriors = model.trackPosteriors(inputs);
        int index = question.genre().map(model::indexOf).orElseGet(() -> Ranking.best(posteriors));
        Heard heard = switch (subject) {
            case Recording recording -> new HeardRecording(recording);
            case Piece piece -> HeardPiece.of(piece);
        };
        var occlusion = new Occlusion(model, index, inputs, Baseline.of(model, inputs));
        var spans = heard.spans();
        var weights = occlusion.weights(spans, progress.part(0, 0.4));
        var stretches = Stretch.all(spans);
        var strongest = stretches.stream()
                .max(Comparator.comparingDouble(stretch -> stretch.sum(spans, weights)))
                .orElseThrow();
        var trial = new Trial(occlusion, spans, weights);
        var checks = new ArrayList<>(trial.checks(progress.part(0.4, 0.8)));
        checks.addAll(new Others(occlusion, strongest, stretches).checks(progress.part(0.8, 0.95)));
        var timeline = new Timeline(model, index, spans, weights, model.posteriors(inputs));
        var words = new ArrayList<>(
                timeline.words(strongest, posteriors[index], occlusion.posteriorWithout(strongest.spans())));
        words.addAll(trial.words());
        return new Answer(
                words,
                timeline.findings(strongest),
                new Quality(checks),
                timeline.artifacts(
                        Artifact.wav("strongest.wav", heard.cut(strongest.startSeconds(), Stretch.SECONDS)),
                        Ranking.of(posteriors)));
    }
}
