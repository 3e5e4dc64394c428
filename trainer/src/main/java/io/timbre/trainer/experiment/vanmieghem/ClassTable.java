package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.experiment.vanmieghem.Variation.Tried;
import java.util.List;
import java.util.Locale;

/** How each genre was recognised, beside what naming it always would give. */
final class ClassTable {

    private static final List<String> HEADER = List.of(
            "network", "split", "genre", "precision (%)", "recall (%)", "F1 (%)", "prior (%)", "F1 of always (%)");

    private ClassTable() {}

    static Table of(List<Tried> tried) {
        return new Table(
                "Each genre beside its prior",
                HEADER,
                tried.stream().flatMap(one -> rows(one).stream()).toList());
    }

    private static List<List<String>> rows(Tried tried) {
        return tried.outcome().test().perClass().stream()
                .map(genre -> List.of(
                        tried.variation().design().name(),
                        tried.variation().protocol().word(),
                        genre.name(),
                        percent(genre.precision()),
                        percent(genre.recall()),
                        percent(genre.f1()),
                        percent(genre.prior()),
                        // precision is the prior and recall is 1
                        percent(2 * genre.prior() / (genre.prior() + 1))))
                .toList();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
