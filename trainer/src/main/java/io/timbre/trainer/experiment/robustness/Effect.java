package io.timbre.trainer.experiment.robustness;

import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.metrics.ClassMetrics;
import io.timbre.trainer.metrics.Interval;
import io.timbre.trainer.metrics.PairedBootstrap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a change did to the answers about the same tracks.
 *
 * @param clean of the recordings as they were
 * @param changed of the same, in the same order
 */
record Effect(String words, List<String> classes, List<Prediction> clean, List<Prediction> changed) {

    private static final double LEAST_POSTERIOR = Math.ulp(1f);

    static final List<String> HEADER = List.of(
            "Recording",
            "Tracks",
            "Accuracy as it was",
            "Accuracy changed",
            "Difference (95 % interval)",
            "Loss as it was, nats",
            "Loss changed",
            "Difference (95 % interval)",
            "Same answer");

    List<String> row() {
        var before = ClassMetrics.of(classes, clean);
        var after = ClassMetrics.of(classes, changed);
        var difference = PairedBootstrap.of(changed, clean, Grouping.TRACK);
        var losses = IntStream.range(0, clean.size())
                .mapToDouble(i -> surprise(changed.get(i)) - surprise(clean.get(i)))
                .toArray();
        var lossInterval = Interval.ofMean(losses);
        return List.of(
                words,
                String.valueOf(clean.size()),
                percent(before.accuracy()),
                percent(after.accuracy()),
                String.format(
                        Locale.ROOT,
                        "%+.1f (%+.1f to %+.1f) points",
                        100 * difference.difference(),
                        100 * difference.interval().low(),
                        100 * difference.interval().high()),
                String.format(Locale.ROOT, "%.3f", before.logLoss()),
                String.format(Locale.ROOT, "%.3f", after.logLoss()),
                String.format(
                        Locale.ROOT,
                        "%+.3f (%+.3f to %+.3f)",
                        after.logLoss() - before.logLoss(),
                        lossInterval.low(),
                        lossInterval.high()),
                percent(sameAnswers()));
    }

    private double sameAnswers() {
        long same = IntStream.range(0, clean.size())
                .filter(i -> best(clean.get(i)) == best(changed.get(i)))
                .count();
        return (double) same / clean.size();
    }

    private static int best(Prediction prediction) {
        int best = 0;
        for (int i = 1; i < prediction.posteriors().length; i++) {
            best = prediction.posteriors()[i] > prediction.posteriors()[best] ? i : best;
        }
        return best;
    }

    private static double surprise(Prediction prediction) {
        return -Math.log(Math.max(
                LEAST_POSTERIOR, prediction.posteriors()[prediction.example().label()]));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
