package io.timbre.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersOfTheModelTest {
    private final List<Path> explained = new ArrayList<>();
    private final AnswersOfTheModel answers = new AnswersOfTheModel((file, question, progress) -> {
        explained.add(file);
        return Samples.answer();
    });

    @Test
    void whatIsTheSameForEveryTrackIsWorkedOutOnce() throws IOException {
        var first = ask("one", Method.ATTRIBUTES);

        assertThat(ask("another", Method.ATTRIBUTES)).isSameAs(first);
        assertThat(explained).containsExactly(Path.of("one"));
    }

    @Test
    void whatIsOfATrackIsWorkedOutForEachAndEveryOne() throws IOException {
        ask("one", Method.SALIENCY);
        ask("another", Method.SALIENCY);

        assertThat(explained).containsExactly(Path.of("one"), Path.of("another"));
    }

    private Answer ask(String file, Method method) throws IOException {
        return answers.explain(Path.of(file), Question.of(method), Progress.UNHEARD);
    }
}
