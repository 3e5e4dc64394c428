package io.timbre.trainer.data;

import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** Puts together what must not be torn apart. */
final class Clusters {

    private Clusters() {}

    /**
     * The examples in sets of which no two share a group of the kinds: A and C stand in one set if A shares its artist
     * with B, and B its title with C. Without kinds each example
     * stands by itself. Sets are ordered by their first example, and examples as they came.
     */
    static List<List<Example>> of(List<Example> examples, Set<Grouping> kinds) {
        var sets = new DisjointSets(examples.size());
        for (var kind : kinds) {
            var firstOfGroup = new HashMap<String, Integer>();
            for (int i = 0; i < examples.size(); i++) {
                var group = examples.get(i).groups().get(kind);
                if (group != null) {
                    firstOfGroup.putIfAbsent(group, i);
                    sets.join(i, firstOfGroup.get(group));
                }
            }
        }
        return sets.sets().stream()
                .map(set -> set.stream().map(examples::get).toList())
                .toList();
    }
}
