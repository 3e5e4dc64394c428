package io.timbre.trainer.experiment;

import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.List;
import java.util.SequencedMap;

/** How each class was recognised, beside what naming it always would give. */
public final class ClassTable {

    private static final List<String> HEADER =
            List.of("run", "class", "asked", "precision (%)", "recall (%)", "F1 (%)", "prior (%)", "F1 of always (%)");

    private ClassTable() {}

    /** @param runs by name, in the order of the rows */
    public static Table of(String title, SequencedMap<String, ClassMetrics> runs) {
        return new Table(
                title,
                HEADER,
                runs.entrySet().stream()
                        .flatMap(run -> rows(run.getKey(), run.getValue()).stream())
                        .toList());
    }

    private static List<List<String>> rows(String run, ClassMetrics metrics) {
        return metrics.perClass().stream()
                .map(figures -> List.of(
                        run,
                        figures.name(),
                        Integer.toString(figures.support()),
                        Digits.percent(figures.precision()),
                        Digits.percent(figures.recall()),
                        Digits.percent(figures.f1()),
                        Digits.percent(figures.prior()),
                        // precision is the prior and recall is 1
                        Digits.percent(2 * figures.prior() / (figures.prior() + 1))))
                .toList();
    }
}
