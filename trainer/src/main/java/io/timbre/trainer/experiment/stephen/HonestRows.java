package io.timbre.trainer.experiment.stephen;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.experiment.ClassTable;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.metrics.ClassMetrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What networks make of pieces whose kin they were not shown.
 *
 * @param paper its accuracy on the same classes, in per cent, though on other pieces and by another protocol
 */
record HonestRows(Dataset dataset, GroupedTest test, OptionalDouble paper) {

    List<Section> sections(String title) {
        var chosen = ClassMetrics.of(dataset.classes(), test.testedByChosen());
        var rows = new ArrayList<Row>();
        for (var candidate : test.results().keySet()) {
            var metrics = ClassMetrics.of(dataset.classes(), test.tested(candidate));
            rows.add(Figures.honest(
                    candidate.name(),
                    test.protocol(),
                    paper,
                    metrics,
                    "lowest validation loss on " + test.timesChosen(candidate) + " folds"));
        }
        rows.add(Figures.honest(
                "ours: on each fold the network of the lowest validation loss",
                test.protocol(),
                paper,
                chosen,
                "chosen without a look at the test part"));
        return List.of(
                new Comparison(title, rows),
                ClassTable.of("By class: " + dataset.source(), new LinkedHashMap<>(Map.of("ours", chosen))));
    }
}
