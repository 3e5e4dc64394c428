package io.timbre.explain.answer;

import java.util.Optional;

/**
 * One measure of how far an explanation may be believed.
 *
 * @param name in kebab-case, such as {@code deletion-auc}
 * @param failure what it means that the check failed, a sentence for people; empty if it passed or is a figure only
 */
public record Check(String name, double value, Optional<String> failure) {

    /** A figure that decides nothing. */
    public static Check figure(String name, double value) {
        return new Check(name, value, Optional.empty());
    }

    /** A figure that an explanation must have on its side. */
    public static Check gate(String name, double value, boolean passed, String failure) {
        return new Check(name, value, passed ? Optional.empty() : Optional.of(failure));
    }
}
