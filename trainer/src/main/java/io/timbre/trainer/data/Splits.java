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

/**
 * Ways to split a data set. The same seed gives the same split; examples keep the order of the data set.
 *
 * <p>All refuse, with an {@link IllegalArgumentException} that says what to do, a data set that no network can be trained
 * on: of one class only, with a class that has no example, with too few examples or groups of a class for the parts
 * (but for given splits: whether training has every class is asked before a fit), with a number that is none, with two classes that look like one mistyped.
 */
public final class Splits {

    private Splits() {}

    /**
     * Each example by itself, each part with its share of each class. Where examples are cut from tracks, a track then
     * stands in several parts, and what is measured is partly memory.
     */
    public static Split random(Dataset dataset, Shares shares, long seed) {
        return apportioned(dataset, Set.of(), shares, seed);
    }

    /**
     * Examples that share a group of any of the kinds, directly or through others, stand in one part; each part has its
     * share of each class as well as that allows.
     *
     * @throws IllegalArgumentException also if no kind is given, or no example has a group of one of them
     */
    public static Split grouped(Dataset dataset, Set<Grouping> kinds, Shares shares, long seed) {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("kinds must name what to group by: were none");
        }
        return apportioned(dataset, kinds, shares, seed);
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
        var shares = new double[folds];
        Arrays.fill(shares, 1.0 / folds);
        // of two groups, one would be tested and the other validated on in some fold
        var bins = bins(dataset, kinds, shares, Part.values().length, seed);
        var protocol = folds + " folds, " + manner(kinds) + ", seed " + seed;
        return IntStream.range(0, folds)
                .mapToObj(fold -> dealt(
                        dataset,
                        protocol,
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
        Datasets.requireTrainable(dataset);
        return dealt(dataset, protocol, partOf);
    }

    private static Split dealt(Dataset dataset, String protocol, Function<Example, Optional<Part>> partOf) {
        Map<Part, List<Example>> parts = new EnumMap<>(Part.class);
        for (var example : dataset.examples()) {
            partOf.apply(example)
                    .ifPresent(part -> parts.computeIfAbsent(part, none -> new ArrayList<>())
                            .add(example));
        }
        return new Split(dataset, protocol, parts);
    }

    private static Split apportioned(Dataset dataset, Set<Grouping> kinds, Shares shares, long seed) {
        var used = Arrays.stream(shares.array()).filter(share -> share > 0).count();
        var bins = bins(dataset, kinds, shares.array(), used, seed);
        return dealt(
                dataset,
                manner(kinds) + ", " + shares.percent() + ", seed " + seed,
                example -> Optional.ofNullable(bins.get(example)).map(bin -> Part.values()[bin]));
    }

    /** The bin of each example; each class must have {@code least} clusters. */
    private static Map<Example, Integer> bins(
            Dataset dataset, Set<Grouping> kinds, double[] shares, long least, long seed) {
        Datasets.requireTrainable(dataset);
        Datasets.requireKnown(dataset, kinds);
        var clusters = Clusters.of(dataset.examples(), kinds);
        Datasets.requireEnough(dataset, clusters, kinds.isEmpty() ? "examples" : "groups by " + words(kinds), least);
        return Apportionment.of(clusters, dataset.classes().size(), shares, seed);
    }

    private static String manner(Set<Grouping> kinds) {
        return kinds.isEmpty() ? "random by example" : "grouped by " + words(kinds);
    }

    private static String words(Set<Grouping> kinds) {
        return new TreeSet<>(kinds).stream().map(Grouping::word).collect(Collectors.joining(" and "));
    }
}
