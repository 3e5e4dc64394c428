package io.timbre.trainer.data;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing that parts of a split share.
 *
 * @param what such as {@code "artist"}, or {@code "example"} where an example itself stands in two parts
 * @param shared groups in more than one part
 * @param groups in all
 * @param known examples outside training whose group is trained on
 * @param asked examples outside training
 * @param samples a few of the groups and their parts, such as {@code "Louis Armstrong (TRAINING, TEST)"}
 */
public record Leak(String what, int shared, int groups, int known, int asked, List<String> samples) {

    private static final int SAMPLES = 3;

    public Leak {
        samples = List.copyOf(samples);
    }

    /** What parts share of the groups that the function names; nothing if they share none. */
    static Optional<Leak> find(Split split, String what, Function<Example, Optional<String>> groupOf) {
        var parts = new TreeMap<String, Set<Part>>();
        split.parts()
                .forEach((part, examples) -> examples.stream()
                        .flatMap(example -> groupOf.apply(example).stream())
                        .forEach(group -> parts.computeIfAbsent(group, none -> EnumSet.noneOf(Part.class))
                                .add(part)));
        var shared = parts.entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .toList();
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        var asked = split.parts().entrySet().stream()
                .filter(part -> part.getKey() != Part.TRAINING)
                .flatMap(part -> part.getValue().stream())
                .toList();
        var known = asked.stream()
                .flatMap(example -> groupOf.apply(example).stream())
                .filter(group -> parts.getOrDefault(group, Set.of()).contains(Part.TRAINING))
                .count();
        return Optional.of(
                new Leak(what, shared.size(), parts.size(), Math.toIntExact(known), asked.size(), samples(shared)));
    }

    private static List<String> samples(List<Map.Entry<String, Set<Part>>> shared) {
        return shared.stream()
                .limit(SAMPLES)
                .map(group -> group.getKey()
                        + group.getValue().stream().map(Part::name).collect(Collectors.joining(", ", " (", ")")))
                .toList();
    }

    /** In words, such as {@code "artist: 2 of 40 in more than one part, …"}. */
    @Override
    public String toString() {
        return "%s: %d of %d in more than one part, %d of %d examples outside training are of one trained on, such as %s"
                .formatted(what, shared, groups, known, asked, String.join(", ", samples));
    }
}
