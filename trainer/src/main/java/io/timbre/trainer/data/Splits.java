package io.timbre.trainer.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
                Clusters.of(dataset.examples(), Set.of()),
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
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("kinds must name what to group by: were none");
        }
        return apportioned(
                dataset,
                "grouped by " + names(dataset, kinds) + ", " + shares.percent() + ", seed " + seed,
                Clusters.of(dataset.examples(), kinds),
                shares,
                seed);
    }

    /**
     * Cross-validation: as many splits as folds, each example in the test part of exactly one of them, in the validation
     * part of another and in the training part of the rest. Examples that share a group of any of the kinds, directly or
     * through others, stay together; without kinds each example goes by itself.
     *
     * @param folds at least 3
     * @throws IllegalArgumentException if no example has a group of one of the kinds
     */
    public static List<Split> folds(Dataset dataset, Set<Grouping> kinds, int folds, long seed) {
        if (folds < 3) {
            throw new IllegalArgumentException("folds must be >= 3, to train, choose and test: were " + folds);
        }
        var clusters = Clusters.of(dataset.examples(), kinds);
        var protocol =
                folds + " folds, " + (kinds.isEmpty() ? "random by example" : "grouped by " + names(dataset, kinds));
        var shares = new double[folds];
        Arrays.fill(shares, 1.0 / folds);
        var bins = Apportionment.of(clusters, dataset.classes().size(), shares, seed);
        return IntStream.range(0, folds)
                .mapToObj(fold -> given(
                        dataset,
                        protocol + ", seed " + seed,
                        example -> Optional.ofNullable(bins.get(example)).map(bin -> partIn(fold, bin, folds))))
                .toList();
    }

    private static Part partIn(int fold, int bin, int folds) {
        if (bin == fold) {
            return Part.TEST;
        }
        return bin == (fold + 1) % folds ? Part.VALIDATION : Part.TRAINING;
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
        var bins = Apportionment.of(clusters, dataset.classes().size(), shares.array(), seed);
        return given(
                dataset,
                protocol,
                example -> Optional.ofNullable(bins.get(example)).map(bin -> Part.values()[bin]));
    }

    private static String names(Dataset dataset, Set<Grouping> kinds) {
        for (var kind : kinds) {
            if (dataset.examples().stream()
                    .noneMatch(example -> example.groups().containsKey(kind))) {
                throw new IllegalArgumentException("no example of " + dataset.source() + " names its " + kind.word()
                        + ": group by something else, or read it with its " + kind.word() + "s");
            }
        }
        return new TreeSet<>(kinds).stream().map(Grouping::word).collect(Collectors.joining(" and "));
    }
}
