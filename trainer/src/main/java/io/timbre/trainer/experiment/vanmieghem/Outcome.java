package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.GtzanProtocol;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import io.timbre.trainer.experiment.Details;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.fit.FitResult;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What came of one design on one protocol, over all its fits.
 *
 * @param classes in the order of the posteriors
 * @param fits one a fold, or one a seed of a split
 */
record Outcome(List<String> classes, GtzanProtocol protocol, List<FitResult> fits) {

    /** Over the test segments of all fits together; the interval is over what the protocol keeps apart. */
    ClassMetrics test() {
        return ClassMetrics.of(classes, predictions(Part.TEST), protocol.unit());
    }

    Figure accuracy() {
        return Figure.accuracy(test());
    }

    /** On what was trained on, of all fits together; a share. */
    double trainingAccuracy() {
        return ClassMetrics.of(classes, predictions(Part.TRAINING)).accuracy();
    }

    /** How many groups of a kind were tested. */
    long tested(Grouping kind) {
        return predictions(Part.TEST).stream()
                .flatMap(prediction ->
                        Optional.ofNullable(prediction.example().groups().get(kind)).stream())
                .distinct()
                .count();
    }

    Row row(String what, OptionalDouble paperPercent, String source) {
        var metrics = test();
        return new Row(
                what,
                protocol.name() + ", " + fits.size() + (fits.size() == 1 ? " fit" : " fits"),
                protocol.honest(),
                paperPercent,
                Figure.accuracy(metrics),
                source,
                Details.of(
                        metrics,
                        Map.of(
                                "training accuracy (%)",
                                100 * trainingAccuracy(),
                                "recordings tested",
                                (double) tested(Grouping.TRACK),
                                "artists tested",
                                (double) tested(Grouping.ARTIST),
                                "epochs, mean",
                                fits.stream()
                                        .mapToInt(fit -> fit.epochs().size())
                                        .average()
                                        .orElseThrow())));
    }

    List<Prediction> predictions(Part part) {
        return fits.stream()
                .flatMap(fit -> fit.predictions().getOrDefault(part, List.of()).stream())
                .toList();
    }
}
