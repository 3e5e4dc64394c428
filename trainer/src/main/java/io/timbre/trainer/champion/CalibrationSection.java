package io.timbre.trainer.champion;

import io.timbre.networks.model.ModelDescription.Evaluation;
import io.timbre.trainer.metrics.CalibrationError;
import java.util.List;
import java.util.Locale;

/** Says in a model card what a calibration error of few tracks means. */
final class CalibrationSection {

    private static final String TEMPLATE = """

            ## How far the confidence may be believed

            The calibration error on the %d test tracks is %.3f. That of so few is never 0: if every confidence were exactly \
            the chance of being right, 15 bins would show %.3f on average, and more than %.3f in one of twenty draws of the \
            answers.
            """;

    private CalibrationSection() {}

    static String of(Evaluation test, List<Decision> decisions) {
        var chance = CalibrationError.ofCalibrated(
                decisions.stream().mapToDouble(Decision::confidence).toArray());
        return String.format(
                Locale.ROOT,
                TEMPLATE,
                test.tracks(),
                test.calibrationError(),
                chance.mean(),
                chance.exceededByOneIn20());
    }
}
