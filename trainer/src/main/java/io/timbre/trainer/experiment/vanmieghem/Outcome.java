package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.trainer.data.GtzanProtocol;
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
 * What came of one design on one protocol, over all seeds.
 *
 * @param classes in the order of the posteriors
 * @param fits one a seed
 */
record Outcome(List<String> classes, GtzanProtocol protocol, List<FitResult> fits) {

    /** Over the test segments of all seeds together; the interval is over tracks, which stand in several tests. */
    ClassMetrics test() {
        return ClassMetrics.of(classes, predictions(Part.TEST));
    }

    Figure accuracy() {
        return Figure.accuracy(test());
    }

    Row row(String what, OptionalDouble paperPercent, String remark) {
        var metrics = test();
        return new Row(
                what,
                protocol.name(),
                protocol.honest(),
                paperPercent,
                accuracy(),
                remark,
                Map.of(
                        "macro F1 (%)", 100 * metrics.macroF1(),
                        "largest class (%)", 100 * metrics.largestPrior(),
                        "training accuracy (%)", 100 * accuracyOf(Part.TRAINING),
                        "epochs, mean",
                                fits.stream()
                                        .mapToInt(fit -> fit.epochs().size())
                                        .average()
                                        .orElseThrow()));
    }

    private double accuracyOf(Part part) {
        return ClassMetrics.of(classes, predictions(part)).accuracy();
    }

    private List<Prediction> predictions(Part part) {
        return fits.stream()
                .flatMap(fit -> fit.predictions().getOrDefault(part, List.of()).stream())
                .toList();
    }
}
