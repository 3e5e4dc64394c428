package io.timbre.cli.explanation;

import io.timbre.explain.Explainer;
import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** A question to each of many tracks, and their answers. */
record Asked(List<Answer> answers) {

    static Asked of(Explainer explainer, Question question, List<HeldOut> tracks) throws IOException {
        return asked(explainer, Collections.nCopies(tracks.size(), question), tracks);
    }

    /** Another question to each of the same tracks, by its answer. */
    Asked andThen(Explainer explainer, Function<Answer, Question> next, List<HeldOut> tracks) throws IOException {
        return asked(explainer, answers.stream().map(next).toList(), tracks);
    }

    private static Asked asked(Explainer explainer, List<Question> questions, List<HeldOut> tracks) throws IOException {
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < tracks.size(); i++) {
            answers.add(explainer.explain(tracks.get(i).file(), questions.get(i), Progress.UNHEARD));
        }
        return new Asked(answers);
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

    private static Check check(Answer answer, String name) {
        return answer.quality().checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no check " + name + " in " + answer.words()));
    }
}
