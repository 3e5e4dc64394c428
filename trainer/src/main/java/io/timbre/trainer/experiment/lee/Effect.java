package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.metrics.Interval;
import io.timbre.trainer.metrics.PairedTests;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much more accurate one condition is than another, over runs that share split, seed and the weights to begin with.
 *
 * @param mean difference, points; above 0 where the condition is better than what it is held against
 * @param interval of the mean, 95 %, points
 * @param better runs in which it is better
 * @param worse runs in which it is worse
 * @param wilcoxon p-value of the signed ranks
 * @param pairedT p-value of Student's t
 */
record Effect(
        Contest contest, double mean, Interval interval, long better, long worse, double wilcoxon, double pairedT) {

    /**
     * Compares run by run.
     *
     * @param accuracies of the condition, percent, one a run
     * @param others of what it is held against, percent, in the same order
     */
    static Effect of(Contest contest, double[] accuracies, double[] others) {
        var differences = IntStream.range(0, accuracies.length)
                .mapToDouble(i -> accuracies[i] - others[i])
                .toArray();
        return new Effect(
                contest,
                Arrays.stream(differences).average().orElseThrow(),
                Interval.ofMean(differences),
                Arrays.stream(differences).filter(points -> points > 0).count(),
                Arrays.stream(differences).filter(points -> points < 0).count(),
                PairedTests.wilcoxonSignedRank(accuracies, others),
                PairedTests.pairedT(accuracies, others));
    }
}
