package io.timbre.explain.subject;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Question;

/** A way to explain a decision. */
@FunctionalInterface
public interface ExplanationMethod {

    /**
     * @throws io.timbre.schemas.RejectedException if the question has no answer for this model or track, or the work was
     *     stopped
     */
    Answer answer(ExplainedModel model, Subject subject, Question question, Progress progress);
}
