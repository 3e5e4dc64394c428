package io.timbre.trainer.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ways to split a data set. The same seed gives the same split; examples keep the order of the data set. */
public final class Splits {

    private Splits() {}

    /**
     * Each example by itself, each part with its share of each class. Where examples are cut from tracks, a track then
     * stands in several parts, and what is measured is partly memory.
     */
    public static Split random(Dataset dataset, Shares shares, long seed) {
        return apportioned(
                dataset,
                "random by example, " + shares.percent() + ", seed " + seed,
                Clusters.single(dataset.examples()),
                shares,
                seed);
    }

    /**
     * Examples that share a group of any of the kinds, directly or through others, stand in one part; each part has its
     * share of each class as well as that allows.
     *
     * @throws IllegalArgumentException if no kind is given, or no example has a group of one of them
     */
    public static Split grouped(Dataset dataset, Set<Grouping> kinds, Shares shares, long seed) {
        requireKnown(dataset, kinds);
        var names = new TreeSet<>(kinds).stream().map(Grouping::word).collect(Collectors.joining(" and "));
        return apportioned(
                dataset,
                "grouped by " + names + ", " + shares.percent() + ", seed " + seed,
                Clusters.of(dataset.examples(), kinds),
                shares,
                seed);
    }

    /** As someone else has split it; an example without a part is left out. */
    public static Split given(Dataset dataset, String protocol, Function<Example, Optional<Part>> partOf) {
        Map<Part, List<Example>> parts = new EnumMap<>(Part.class);
        for (var example : dataset.examples()) {
            partOf.apply(example)
                    .ifPresent(part -> parts.computeIfAbsent(part, none -> new ArrayList<>())
                            .add(example));
        }
        return new Split(dataset, protocol, parts);
    }

    private static Split apportioned(
            Dataset dataset, String protocol, List<List<Example>> clusters, Shares shares, long seed) {
        var parts = Apportionment.of(clusters, dataset.classes().size(), shares, seed);
        return given(dataset, protocol, example -> Optional.ofNullable(parts.get(example)));
    }

    private static void requireKnown(Dataset dataset, Set<Grouping> kinds) {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("kinds must name what to group by: were none");
        }
        for (var kind : kinds) {
            if (dataset.examples().stream()
                    .noneMatch(example -> example.groups().containsKey(kind))) {
                throw new IllegalArgumentException("no example of " + dataset.source() + " names its " + kind.word()
                        + ": group by something else, or read it with its " + kind.word() + "s");
            }
        }
    }
}
