package io.timbre.trainer.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Deals clusters of examples out to bins, such as the parts of a split, so that each bin gets its share of each class as well as whole clusters
 * allow: largest cluster first, each to the bin where it adds least to the sum over classes of (count - wanted)² /
 * wanted. For clusters of one example this is the method of Webster and Sainte-Laguë.
 *
 * <p>A class's last clusters go to the bins that have none of it yet, so that a class with as many clusters as there
 * are bins stands in all of them.
 */
final class Apportionment {

    private final double[] shares;
    private final double[] totals;
    private final int[] clustersLeft;
    private final double[][] counts;

    private Apportionment(double[] shares, List<List<Example>> clusters, int classes) {
        this.shares = shares;
        totals = new double[classes];
        clustersLeft = new int[classes];
        for (var cluster : clusters) {
            var held = held(cluster, classes);
            clustersLeft[most(held)]++;
            add(held, totals);
        }
        counts = new double[shares.length][classes];
    }

    /**
     * The bin of each cluster's examples; clusters of a size come in an order that the seed decides.
     *
     * @param shares of each bin; one of 0 gets nothing
     */
    static Map<Example, Integer> of(List<List<Example>> clusters, int classes, double[] shares, long seed) {
        var ordered = new ArrayList<>(clusters);
        Collections.shuffle(ordered, new Random(seed));
        ordered.sort(Comparator.comparing(List<Example>::size).reversed());
        var apportionment = new Apportionment(shares, clusters, classes);
        var bins = new IdentityHashMap<Example, Integer>();
        for (var cluster : ordered) {
            int bin = apportionment.place(held(cluster, classes));
            cluster.forEach(example -> bins.put(example, bin));
        }
        return bins;
    }

    private int place(double[] held) {
        int label = most(held);
        var wanting = IntStream.range(0, shares.length)
                .filter(bin -> shares[bin] > 0)
                .boxed()
                .toList();
        var empty = wanting.stream().filter(bin -> counts[bin][label] == 0).toList();
        var open = empty.size() >= clustersLeft[label] && !empty.isEmpty() ? empty : wanting;
        int bin = Collections.min(open, Comparator.comparingDouble(candidate -> strain(held, candidate)));
        clustersLeft[label]--;
        add(held, counts[bin]);
        return bin;
    }

    /** How much the sum of squares grows, without what is the same for each part. */
    private double strain(double[] held, int bin) {
        var has = counts[bin];
        double strain = 0;
        for (int i = 0; i < held.length; i++) {
            if (held[i] > 0) {
                strain += held[i] * (held[i] + 2 * has[i]) / (shares[bin] * totals[i]);
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
