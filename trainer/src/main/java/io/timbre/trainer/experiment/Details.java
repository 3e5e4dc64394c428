package io.timbre.trainer.experiment;

import io.timbre.trainer.metrics.ClassMetrics;
import java.util.HashMap;
import java.util.Map;

/** What stands beside an accuracy, by the same names in every report. */
public final class Details {

    private Details() {}

    public static Map<String, Double> of(ClassMetrics metrics) {
        return Map.of(
                "macro F1 (%)", 100 * metrics.macroF1(),
                "weighted F1 (%)", 100 * metrics.weightedF1(),
                "largest class (%)", 100 * metrics.largestPrior(),
                "log-loss (nats)", metrics.logLoss(),
                "calibration error (%)", 100 * metrics.calibrationError());
    }

    /** The same and more. */
    public static Map<String, Double> of(ClassMetrics metrics, Map<String, Double> more) {
        var all = new HashMap<>(of(metrics));
        all.putAll(more);
        return all;
    }
}
