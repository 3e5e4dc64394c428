package io.timbre.trainer.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Picture;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.experiment.Section.Text;

/**
 * A report for programs: every number as it was measured, names and order stable, nothing of the day and hour, so that
 * the same run gives the same bytes. What is not there (a paper's figure, an end of an interval) is null.
 */
final class ReportJson {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectWriter WRITER =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private ReportJson() {}

    static String of(Report report, String command, Environment environment) {
        var root = JSON.createObjectNode()
                .put("name", report.name())
                .put("title", report.title())
                .put("command", command)
                .put("data", report.data());
        root.set("environment", JSON.valueToTree(environment));
        var sections = root.putArray("sections");
        report.sections().forEach(section -> sections.add(section(section)));
        try {
            return WRITER.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the report " + report.name(), e);
        }
    }

    private static ObjectNode section(Section section) {
        return switch (section) {
            case Text text -> begun("text", text).put("markdown", text.markdown());
            case Comparison comparison -> comparison(comparison);
            case Table table -> {
                var node = begun("table", table);
                node.set("header", JSON.valueToTree(table.header()));
                node.set("rows", JSON.valueToTree(table.rows()));
                yield node;
            }
            case Picture picture ->
                begun("picture", picture).put("file", picture.file()).put("caption", picture.caption());
        };
    }

    private static ObjectNode begun(String kind, Section section) {
        return JSON.createObjectNode().put("kind", kind).put("title", section.title());
    }

    private static ObjectNode comparison(Comparison comparison) {
        var node = begun("comparison", comparison);
        var rows = node.putArray("rows");
        comparison.rows().forEach(row -> rows.add(row(row)));
        return node;
    }

    private static ObjectNode row(Row row) {
        var node = JSON.createObjectNode()
                .put("what", row.what())
                .put("protocol", row.protocol())
                .put("honest", row.honest());
        number(node, "paper", row.paper().orElse(Double.NaN));
        node.set("ours", figure(row.ours()));
        var details = node.put("remark", row.remark()).putObject("details");
        row.details().forEach((name, value) -> number(details, name, value));
        return node;
    }

    private static ObjectNode figure(Figure figure) {
        var node = JSON.createObjectNode();
        number(node, "value", figure.value());
        node.put("unit", figure.unit());
        number(node, "low", figure.low());
        number(node, "high", figure.high());
        return node.put("n", figure.n());
    }

    /** JSON knows no NaN. */
    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
