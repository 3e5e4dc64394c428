package io.timbre.trainer.experiment.stephen;

import io.timbre.trainer.experiment.Details;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.metrics.ClassMetrics;
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
        return new Row(what, protocol, true, paper, Figure.accuracy(metrics), remark, Details.of(metrics));
    }
}
