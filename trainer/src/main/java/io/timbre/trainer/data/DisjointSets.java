package io.timbre.trainer.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which of the numbers 0 to n-1 hang together, directly or through others: union-find. */
public final class DisjointSets {

    private final int[] parents;

    public DisjointSets(int size) {
        parents = IntStream.range(0, size).toArray();
    }

    public void join(int one, int other) {
        // the smaller number leads, so that a set's name does not depend on the order of joining
        int first = leader(one);
        int second = leader(other);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    /** The smallest number of the set. */
    public int leader(int member) {
        int leader = member;
        while (parents[leader] != leader) {
            parents[leader] = parents[parents[leader]];
            leader = parents[leader];
        }
        return leader;
    }

    /** All sets, by their smallest number; the members of each in order. */
    public Collection<List<Integer>> sets() {
        return IntStream.range(0, parents.length)
                .boxed()
                .collect(Collectors.groupingBy(this::leader, LinkedHashMap::new, Collectors.toList()))
                .values();
    }
}
