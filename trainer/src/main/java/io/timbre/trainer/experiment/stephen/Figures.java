package io.timbre.trainer.experiment.stephen;

import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.metrics.ClassFigures;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Measurements in the words of a report. */
final class Figures {

    private Figures() {}

    /** The median over seeds; the details give the least and the greatest. */
    static Row median(String what, String protocol, OptionalDouble paper, double[] sorted, String unit, String remark) {
        var figure = new Figure(SeededRuns.median(sorted), unit, Double.NaN, Double.NaN, sorted.length);
        var details = Map.of("least of the seeds", sorted[0], "greatest", sorted[sorted.length - 1]);
        return new Row(what, protocol, false, paper, figure, remark, details);
    }

    /** Accuracy on what was not shown, beside what always naming the largest class would give. */
    static Row honest(String what, String protocol, OptionalDouble paper, ClassMetrics metrics, String remark) {
        var details =
                Map.of("prior of the largest class (%)", 100 * metrics.largestPrior(), "macro F1", metrics.macroF1());
        return new Row(what, protocol, true, paper, Figure.accuracy(metrics), remark, details);
    }

    static List<String> perClassHeader() {
        return List.of("class", "prior (%)", "precision (%)", "recall (%)", "F1", "pieces", "precision above prior");
    }

    /** One row a class. */
    static List<List<String>> perClass(ClassMetrics metrics) {
        return metrics.perClass().stream()
                .map(figures -> List.of(
                        figures.name(),
                        percent(figures.prior()),
                        percent(figures.precision()),
                        percent(figures.recall()),
                        String.format(Locale.ROOT, "%.3f", figures.f1()),
                        "" + figures.support(),
                        isAbovePrior(figures) ? "yes" : "no"))
                .toList();
    }

    private static boolean isAbovePrior(ClassFigures figures) {
        return figures.precision() > figures.prior();
    }

    /** Without the sign. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
