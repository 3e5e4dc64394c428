package io.timbre.explain.saliency;

import io.timbre.explain.trust.Reading;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The sums of a map over the parts of a track along one axis, such as octaves or segments.
 *
 * @param parts named as a sentence needs them, such as {@code 250 Hz to 500 Hz}
 */
record Shares(List<Part> parts, Reading reading) {

    /** A part and what the map holds there. */
    record Part(String name, double sum) {}

    Shares {
        parts = List.copyOf(parts);
    }

    static Shares of(List<String> names, double[] sums, Reading reading) {
        var parts = new Part[sums.length];
        Arrays.setAll(parts, i -> new Part(names.get(i), sums[i]));
        return new Shares(List.of(parts), reading);
    }

    /** The part with the largest sum, with that sum in words. */
    String strongest() {
        return said(parts.stream().max(Comparator.comparingDouble(Part::sum)).orElseThrow());
    }

    /** The part that speaks most against, if one does. */
    Optional<String> weakest() {
        return parts.stream()
                .min(Comparator.comparingDouble(Part::sum))
                .filter(part -> part.sum() < 0)
                .map(this::said);
    }

    private String said(Part part) {
        return switch (reading) {
            case SENSITIVITY -> String.format(Locale.ROOT, "%s (%.0f %%)", part.name(), 100 * part.sum() / total());
            case CONTRIBUTION -> String.format(Locale.ROOT, "%s (%+.2f)", part.name(), part.sum());
        };
    }

    private double total() {
        double total = parts.stream().mapToDouble(Part::sum).sum();
        return total > 0 ? total : 1;
    }

    <T> List<T> each(Function<Part, T> function) {
        return parts.stream().map(function).toList();
    }
}
