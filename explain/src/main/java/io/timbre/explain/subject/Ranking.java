package io.timbre.explain.subject;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Classes by their posteriors, or by any other values; of equal ones the first is first. */
public final class Ranking {

    private Ranking() {}

    /** The number of the largest. */
    public static int best(float... values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    /** The numbers of all, that of the largest first. */
    public static int[] of(float... values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .mapToInt(i -> i)
                .toArray();
    }
}
