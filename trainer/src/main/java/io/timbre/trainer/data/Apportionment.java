package io.timbre.trainer.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Deals clusters of examples out to parts so that each part gets its share of each class as well as whole clusters
 * allow: largest cluster first, each to the part where it adds least to the sum over classes of (count - wanted)² /
 * wanted. For clusters of one example this is the method of Webster and Sainte-Laguë.
 *
 * <p>A class's last clusters go to the parts that have none of it yet, so that a class with as many clusters as there
 * are parts stands in all of them.
 */
final class Apportionment {

    private final Shares shares;
    private final double[] totals;
    private final int[] clustersLeft;
    private final double[][] counts;

    private Apportionment(Shares shares, List<List<Example>> clusters, int classes) {
        this.shares = shares;
        totals = new double[classes];
        clustersLeft = new int[classes];
        for (var cluster : clusters) {
            var held = held(cluster, classes);
            clustersLeft[most(held)]++;
            add(held, totals);
        }
        counts = new double[Part.values().length][classes];
    }

    /** The part of each cluster's examples; clusters of a size come in an order that the seed decides. */
    static Map<Example, Part> of(List<List<Example>> clusters, int classes, Shares shares, long seed) {
        var ordered = new ArrayList<>(clusters);
        Collections.shuffle(ordered, new Random(seed));
        ordered.sort(Comparator.comparing(List<Example>::size).reversed());
        var apportionment = new Apportionment(shares, clusters, classes);
        var parts = new IdentityHashMap<Example, Part>();
        for (var cluster : ordered) {
            var part = apportionment.place(held(cluster, classes));
            cluster.forEach(example -> parts.put(example, part));
        }
        return parts;
    }

    private Part place(double[] held) {
        int label = most(held);
        var empty = shares.parts().stream()
                .filter(part -> counts[part.ordinal()][label] == 0)
                .toList();
        var open = empty.size() >= clustersLeft[label] && !empty.isEmpty() ? empty : shares.parts();
        var part = Collections.min(open, Comparator.comparingDouble(candidate -> strain(held, candidate)));
        clustersLeft[label]--;
        add(held, counts[part.ordinal()]);
        return part;
    }

    /** How much the sum of squares grows, without what is the same for each part. */
    private double strain(double[] held, Part part) {
        var has = counts[part.ordinal()];
        double strain = 0;
        for (int i = 0; i < held.length; i++) {
            if (held[i] > 0) {
                strain += held[i] * (held[i] + 2 * has[i]) / (shares.of(part) * totals[i]);
            }
        }
        return strain;
    }

    /** How many of the examples hold each class, where that is known. */
    private static double[] held(List<Example> cluster, int classes) {
        var held = new double[classes];
        for (var example : cluster) {
            for (int i = 0; i < classes; i++) {
                held[i] += example.weights()[i] > 0 ? example.targets()[i] : 0;
            }
        }
        return held;
    }

    private static int most(double[] held) {
        int most = 0;
        for (int i = 1; i < held.length; i++) {
            most = held[i] > held[most] ? i : most;
        }
        return most;
    }

    private static void add(double[] held, double[] to) {
        for (int i = 0; i < held.length; i++) {
            to[i] += held[i];
        }
    }
}
