package io.timbre.trainer.experiment.chang;

import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.fit.FitResult;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What came of a candidate under a protocol.
 *
 * @param fits one a seed, each with a split and weights of its own
 */
record TableOutcome(TableCandidate candidate, TableProtocol protocol, List<String> classes, List<FitResult> fits) {

    /** About what the paper reports, in per cent. */
    private static final double PAPER_PERCENT = 50;

    TableOutcome {
        fits = List.copyOf(fits);
    }

    /** Over the predictions of all seeds together. */
    ClassMetrics metrics(Part part) {
        return ClassMetrics.of(classes, predictions(part));
    }

    List<Prediction> predictions(Part part) {
        return fits.stream()
                .flatMap(fit -> fit.predictions().getOrDefault(part, List.of()).stream())
                .toList();
    }

    /** Accuracy on the test parts; the interval is over recordings. */
    Figure accuracy() {
        var metrics = metrics(Part.TEST);
        var interval = metrics.accuracyInterval();
        return new Figure(100 * metrics.accuracy(), "%", 100 * interval.low(), 100 * interval.high(), metrics.count());
    }

    Row row(boolean honest, String remark) {
        var test = metrics(Part.TEST);
        return new Row(
                candidate.name(),
                protocol.words() + ", " + fits.size() + (fits.size() == 1 ? " seed" : " seeds"),
                honest,
                OptionalDouble.of(PAPER_PERCENT),
                accuracy(),
                remark,
                Map.of(
                        "macro F1 (%)", 100 * test.macroF1(),
                        "largest class (%)", 100 * test.largestPrior(),
                        "log-loss (nats)", test.logLoss(),
                        "calibration error (%)", 100 * test.calibrationError(),
                        "training accuracy (%)", 100 * metrics(Part.TRAINING).accuracy()));
    }
}
