package io.timbre.trainer.experiment.leakage;

import io.timbre.trainer.data.GtzanProtocol;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.data.Predictions;
import io.timbre.trainer.data.Split;
import io.timbre.trainer.experiment.Details;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.metrics.ClassFigures;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a network said of the test parts of one protocol.
 *
 * @param firstSplit that of the first seed
 * @param seeds the predictions of segments, one list a seed
 */
record Tested(GtzanProtocol protocol, Split firstSplit, List<List<Prediction>> seeds) {

    /** What one prediction is of. */
    enum Unit {
        SEGMENTS,
        /** The mean posterior of a track's segments. */
        TRACKS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<Prediction> of(List<Prediction> segments) {
            return this == TRACKS ? Predictions.byTrack(segments) : segments;
        }
    }

    Tested {
        seeds = seeds.stream().map(List::copyOf).toList();
    }

    List<Row> rows() {
        return Arrays.stream(Unit.values()).map(this::row).toList();
    }

    /** Over all seeds together; what several seeds say of one track stands or falls together in the interval. */
    ClassMetrics of(Unit unit) {
        return ClassMetrics.of(
                classes(),
                seeds.stream().flatMap(seed -> unit.of(seed).stream()).toList(),
                protocol.unit());
    }

    /** In percent. */
    Figure accuracy(Unit unit) {
        return Figure.accuracy(of(unit));
    }

    /** Mean over the classes, in percent, one a seed: a test in which some class is large counts as one in which none is. */
    double[] recalls(Unit unit) {
        return seeds.stream()
                .mapToDouble(seed -> 100 * meanRecall(ClassMetrics.of(classes(), unit.of(seed))))
                .toArray();
    }

    private static double meanRecall(ClassMetrics metrics) {
        return metrics.perClass().stream()
                .mapToDouble(ClassFigures::recall)
                .average()
                .orElseThrow();
    }

    private Row row(Unit unit) {
        var metrics = of(unit);
        var spread = Arrays.stream(recalls(unit)).summaryStatistics();
        return new Row(
                protocol.word() + ", " + unit.word(),
                "%s, %d seeds".formatted(protocol.name(), seeds.size()),
                protocol.honest(),
                OptionalDouble.empty(),
                accuracy(unit),
                "",
                Details.of(
                        metrics,
                        Map.of(
                                "mean recall (%)", 100 * meanRecall(metrics),
                                "least mean recall of the seeds (%)", spread.getMin(),
                                "greatest (%)", spread.getMax())));
    }

    private List<String> classes() {
        return firstSplit.dataset().classes();
    }
}
