package io.timbre.trainer.data;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds before training what would make it fail or its figures mean nothing; {@link Splits} asks it each time. */
final class Datasets {

    private Datasets() {}

    /**
     * Refuses what no network can be trained on.
     *
     * @throws IllegalArgumentException that names the first thing wrong and says what to do
     */
    static void requireTrainable(Dataset dataset) {
        ClassNames.requireDistinct(dataset.classes());
        requireClasses(dataset);
        var ids = new HashSet<String>();
        for (var example : dataset.examples()) {
            if (!ids.add(example.id())) {
                throw new IllegalArgumentException(
                        "ids of " + dataset.source() + " must be unique: " + example.id() + " stands there twice");
            }
        }
    }

    /**
     * Refuses to group by what nobody knows.
     *
     * @throws IllegalArgumentException if no example has a group of one of the kinds
     */
    static void requireKnown(Dataset dataset, Set<Grouping> kinds) {
        for (var kind : kinds) {
            if (dataset.examples().stream()
                    .noneMatch(example -> example.groups().containsKey(kind))) {
                throw new IllegalArgumentException("no example of " + dataset.source() + " names its " + kind.word()
                        + ": group by something else, or read it with its " + kind.word() + "s");
            }
        }
    }

    /**
     * Refuses classes that cannot stand in every part.
     *
     * @param clusters what must not be torn
     * @param clusterWord what a message calls them, such as {@code "groups by artist"}
     * @throws IllegalArgumentException that names the first such class
     */
    static void requireEnough(Dataset dataset, List<List<Example>> clusters, String clusterWord, long parts) {
        for (int label = 0; label < dataset.classes().size(); label++) {
            int wanted = label;
            long holding = clusters.stream()
                    .filter(cluster -> cluster.stream().anyMatch(example -> holds(example, wanted)))
                    .count();
            if (holding < parts) {
                throw new IllegalArgumentException(
                        "each class must have at least %d %s, one a part: %s has %d; add files of it, leave it out, or split it otherwise"
                                .formatted(parts, clusterWord, dataset.classes().get(label), holding));
            }
        }
    }

    private static void requireClasses(Dataset dataset) {
        var missing = missing(dataset.classes(), dataset.examples());
        if (dataset.classes().size() - missing.size() < 2) {
            throw new IllegalArgumentException(
                    "there must be examples of two classes to tell apart: the %d of %s are of %s; add another genre"
                            .formatted(
                                    dataset.examples().size(),
                                    dataset.source(),
                                    dataset.classes().stream()
                                            .filter(name -> !missing.contains(name))
                                            .findFirst()
                                            .orElse("none")));
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(dataset.source() + " has no example of " + String.join(", ", missing)
                    + ": add some, or leave the class out");
        }
    }

    private static Set<String> missing(List<String> classes, List<Example> examples) {
        return IntStream.range(0, classes.size())
                .filter(label -> examples.stream().noneMatch(example -> holds(example, label)))
                .mapToObj(classes::get)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean holds(Example example, int label) {
        return example.targets()[label] > 0.5 && example.weights()[label] > 0;
    }
}
