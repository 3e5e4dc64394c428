package io.timbre.trainer.drift;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * p-values of several tests of one family, each raised so far that the chance of any of them falling below a level where
 * nothing is the matter is at most that level.
 *
 * @see "S. Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 1979"
 */
final class Holm {

    private Holm() {}

    /** In the order of the p-values. */
    static double[] adjusted(double[] pValues) {
        var ascending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(test -> pValues[test]))
                .toList();
        var adjusted = new double[pValues.length];
        double least = 0;
        for (int rank = 0; rank < pValues.length; rank++) {
            int test = ascending.get(rank);
            least = Math.max(least, Math.min(1, pValues[test] * (pValues.length - rank)));
            adjusted[test] = least;
        }
        return adjusted;
    }
}
