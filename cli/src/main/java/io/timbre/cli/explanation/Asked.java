package io.timbre.cli.explanation;

import io.timbre.explain.Explainer;
import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One question, asked of many tracks. */
record Asked(Question question, List<Answer> answers) {

    static Asked of(Explainer explainer, Question question, List<HeldOut> tracks) throws IOException {
        var answers = new ArrayList<Answer>();
        for (var track : tracks) {
            answers.add(explainer.explain(track.file(), question, Progress.UNHEARD));
        }
        return new Asked(question, answers);
    }

    /** How many answers passed the gate of this name. */
    int passed(String gate) {
        return (int) answers.stream()
                .filter(answer -> check(answer, gate).failure().isEmpty())
                .count();
    }

    /** How many answers may be believed. */
    int believable() {
        return (int)
                answers.stream().filter(answer -> answer.quality().passed()).count();
    }

    /** The values of a check, one an answer. */
    double[] values(String name) {
        return answers.stream()
                .mapToDouble(answer -> check(answer, name).value())
                .toArray();
    }

    boolean has(String name) {
        return answers.stream()
                .allMatch(answer -> answer.quality().checks().stream()
                        .anyMatch(check -> check.name().equals(name)));
    }

    private static Check check(Answer answer, String name) {
        return answer.quality().checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no check " + name + " in " + answer.words()));
    }
}
