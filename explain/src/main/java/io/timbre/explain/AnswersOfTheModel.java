package io.timbre.explain;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what is the same for every track of the model, which takes long; has all else explained anew. */
final class AnswersOfTheModel implements AnswerOnce.Explanations {
    private final AnswerOnce.Explanations explanations;
    private final Map<Method, Answer> known = new ConcurrentHashMap<>();

    /** @param explanations all of one model */
    AnswersOfTheModel(AnswerOnce.Explanations explanations) {
        this.explanations = explanations;
    }

    @Override
    public Answer explain(Path file, Question question, Progress progress) throws IOException {
        var before = known.get(question.method());
        if (before != null) {
            return before;
        }
        var answer = explanations.explain(file, question, progress);
        if (question.method().isOfTheModelAlone()) {
            known.put(question.method(), answer);
        }
        return answer;
    }
}
