package io.timbre.explain.counterfactual;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Question;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.ExplanationMethod;
import io.timbre.explain.subject.Piece;
import io.timbre.explain.subject.Recording;
import io.timbre.explain.subject.Subject;

/**
 * What would make it another genre: a small change of the input towards it, by gradient descent, as Stephen optimises his
 * inputs; written to a file that anybody can play, and classified again from that file.
 */
public final class Counterfactual implements ExplanationMethod {

    @Override
    public Answer answer(ExplainedModel model, Subject subject, Question question, Progress progress) {
        var before = Standing.of(model, subject.inputs());
        var aim = Aim.of(model, before, question.genre());
        return switch (subject) {
            case Recording recording ->
                AlteredRecording.of(recording, aim, before, progress).answer();
            case Piece piece -> AlteredPiece.of(piece, aim, before, progress).answer();
        };
    }
}
