package io.timbre.trainer.experiment;

import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableCell.Alignment;
import org.commonmark.node.Node;

/** The paper's figures beside ours; columns in which nothing would stand are left out, the honest rows stand out. */
final class ComparisonTable {
    private static final String HONEST = "honest";

    private static final List<Column> COLUMNS = List.of(
            new Column("what", Alignment.LEFT, Row::what),
            new Column("protocol", Alignment.LEFT, Row::protocol),
            new Column(HONEST, Alignment.CENTER, row -> row.honest() ? "yes" : "no"),
            new Column("paper", Alignment.RIGHT, row -> row.paperInWords().orElse(Digits.NOTHING)),
            new Column(
                    "ours",
                    Alignment.RIGHT,
                    row -> Digits.of(row.ours().value(), row.ours().unit())),
            new Column("95 % interval", Alignment.RIGHT, row -> interval(row.ours())),
            new Column("n", Alignment.RIGHT, row -> Digits.of(row.ours().n())),
            new Column("remark", Alignment.LEFT, Row::remark));

    private ComparisonTable() {}

    static Node of(Comparison comparison) {
        var columns = COLUMNS.stream()
                .filter(column -> column.holdsAnything(comparison.rows()))
                .toList();
        var names = columns.stream().map(Column::name).toList();
        var table =
                new MarkdownTable(names, columns.stream().map(Column::alignment).toList());
        for (var row : comparison.rows()) {
            var cells = columns.stream().map(column -> column.cell().apply(row)).toList();
            if (row.honest()) {
                table.marked(cells, names.indexOf(HONEST));
            } else {
                table.row(cells);
            }
        }
        return table.node();
    }

    private static String interval(Figure figure) {
        return figure.hasInterval() ? figure.intervalInWords() : "";
    }

    /** The details of the rows, a column each; nothing if there are none. */
    static Optional<Node> details(Comparison comparison) {
        var names = comparison.rows().stream()
                .flatMap(row -> row.details().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var header =
                Stream.concat(Stream.of("what", "protocol"), names.stream()).toList();
        var alignments = new ArrayList<>(Collections.nCopies(header.size(), Alignment.RIGHT));
        Collections.fill(alignments.subList(0, 2), Alignment.LEFT);
        var table = new MarkdownTable(header, alignments);
        for (var row : comparison.rows()) {
            var numbers = names.stream().map(name -> Digits.of(row.details().getOrDefault(name, Double.NaN)));
            table.row(Stream.concat(Stream.of(row.what(), row.protocol()), numbers)
                    .toList());
        }
        return Optional.of(table.node());
    }

    private record Column(String name, Alignment alignment, Function<Row, String> cell) {
        boolean holdsAnything(List<Row> rows) {
            return rows.isEmpty()
                    || rows.stream().anyMatch(row -> !cell.apply(row).isEmpty());
        }
    }
}
