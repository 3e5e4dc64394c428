package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.metrics.Interval;
import io.timbre.trainer.metrics.PairedTests;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a condition does to the accuracy of the LSTM alone, over runs that share split and seed.
 *
 * @param mean difference, points; above 0 where the condition helps
 * @param interval of the mean, 95 %, points
 * @param better runs in which it is better
 * @param worse runs in which it is worse
 * @param wilcoxon p-value of the signed ranks
 * @param pairedT p-value of Student's t
 */
record Effect(
        Condition condition, double mean, Interval interval, long better, long worse, double wilcoxon, double pairedT) {

    static Effect of(Condition condition, List<Trial> trials) {
        var with = accuracies(condition, trials);
        var alone = accuracies(Condition.ALONE, trials);
        var differences = IntStream.range(0, with.length)
                .mapToDouble(i -> with[i] - alone[i])
                .toArray();
        return new Effect(
                condition,
                IntStream.range(0, with.length)
                        .mapToDouble(i -> differences[i])
                        .average()
                        .orElseThrow(),
                Interval.ofMean(differences),
                IntStream.range(0, with.length).filter(i -> differences[i] > 0).count(),
                IntStream.range(0, with.length).filter(i -> differences[i] < 0).count(),
                PairedTests.wilcoxonSignedRank(with, alone),
                PairedTests.pairedT(with, alone));
    }

    /** Percent, one a run. */
    static double[] accuracies(Condition condition, List<Trial> trials) {
        return trials.stream()
                .mapToDouble(trial -> 100 * trial.accuracies().getOrDefault(condition, Double.NaN))
                .toArray();
    }
}
