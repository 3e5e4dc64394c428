package io.timbre.explain.answer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far an explanation may be believed. */
public record Quality(List<Check> checks) {

    public Quality {
        checks = List.copyOf(checks);
    }

    public static Quality of(Check... checks) {
        return new Quality(List.of(checks));
    }

    public boolean passed() {
        return checks.stream().allMatch(check -> check.failure().isEmpty());
    }

    /** What speaks against the explanation, in words; empty if nothing does. */
    public Optional<String> warning() {
        return passed()
                ? Optional.empty()
                : Optional.of(checks.stream()
                        .flatMap(check -> check.failure().stream())
                        .collect(Collectors.joining(" ", "Do not believe this explanation: ", "")));
    }
}
