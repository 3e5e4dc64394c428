package io.timbre.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Check;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An explanation for programs: {@code explain --json} writes one a line.
 *
 * @param model version of the model that is explained
 * @param artifacts where pictures and sounds were written
 */
record Explained(
        String file,
        String method,
        String model,
        List<String> lines,
        Map<String, Object> findings,
        Trust quality,
        List<String> artifacts) {

    record Trust(boolean passed, List<Measure> checks) {}

    /** @param failure what it means that the check failed; null if it did not */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Measure(String name, double value, @Nullable String failure) {
        static Measure of(Check check) {
            return new Measure(check.name(), check.value(), check.failure().orElse(null));
        }
    }

    static Explained of(Path file, String method, String model, Answer answer, List<Path> artifacts) {
        var quality = answer.quality();
        return new Explained(
                file.toString(),
                method,
                model,
                answer.lines(),
                answer.findings(),
                new Trust(
                        quality.passed(),
                        quality.checks().stream().map(Measure::of).toList()),
                artifacts.stream().map(Path::toString).toList());
    }
}
