package io.timbre.trainer.experiment.chang;

import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.experiment.Details;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.fit.FitResult;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What came of a candidate under a protocol.
 *
 * @param fits one a seed, each with a split and weights of its own
 * @param measured over the predictions of all seeds together: of a row as often as seeds deal it to the part
 */
record TableOutcome(
        String name,
        TableProtocol protocol,
        List<String> classes,
        List<FitResult> fits,
        Map<Part, ClassMetrics> measured) {

    /** About what the paper reports, in per cent. */
    private static final double PAPER_PERCENT = 50;

    TableOutcome {
        classes = List.copyOf(classes);
        fits = List.copyOf(fits);
        measured = Map.copyOf(measured);
    }

    static TableOutcome of(String name, TableProtocol protocol, List<String> classes, List<FitResult> fits) {
        var measured = new EnumMap<Part, ClassMetrics>(Part.class);
        for (var part : Part.values()) {
            measured.put(part, ClassMetrics.of(classes, predictions(fits, part)));
        }
        return new TableOutcome(name, protocol, classes, fits, measured);
    }

    /** Over all seeds. */
    ClassMetrics metrics(Part part) {
        return Objects.requireNonNull(measured.get(part));
    }

    /** Accuracy on the test parts; the interval is over recordings. */
    Figure accuracy() {
        return Figure.accuracy(metrics(Part.TEST));
    }

    Row row(boolean honest, String remark) {
        var test = metrics(Part.TEST);
        return new Row(
                name,
                protocol.words() + ", " + fits.size() + (fits.size() == 1 ? " seed" : " seeds"),
                honest,
                OptionalDouble.of(PAPER_PERCENT),
                accuracy(),
                remark,
                Details.of(
                        test,
                        Map.of(
                                "training accuracy (%)",
                                100 * metrics(Part.TRAINING).accuracy())));
    }

    private static List<Prediction> predictions(List<FitResult> fits, Part part) {
        return fits.stream()
                .flatMap(fit -> fit.predictions().getOrDefault(part, List.of()).stream())
                .toList();
    }
}
