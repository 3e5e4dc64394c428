package io.timbre.cli;

import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Row;
import java.util.stream.Stream;

/** What a study found, a line a figure of the paper. */
final class ComparisonLines {
    private ComparisonLines() {}

    static Stream<String> of(Report report) {
        return report.sections().stream()
                .flatMap(section -> section instanceof Comparison comparison ? lines(comparison) : Stream.of());
    }

    private static Stream<String> lines(Comparison comparison) {
        return comparison.rows().stream().map(row -> comparison.title() + ": " + line(row));
    }

    /** Such as {@code iteration 2, grouped by title (honest): paper 94.17 %, ours 71.03 % (65.52 to 76.21 %), n 290}. */
    private static String line(Row row) {
        return row.what() + ", " + row.protocol() + (row.honest() ? " (honest)" : "") + ": "
                + row.paperInWords().map(paper -> "paper " + paper + ", ").orElse("")
                + "ours " + row.ours().inWords() + ", n " + row.ours().n();
    }
}
