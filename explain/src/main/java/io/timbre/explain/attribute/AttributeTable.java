package io.timbre.explain.attribute;

import io.timbre.signal.picture.Bar;
import io.timbre.signal.picture.BarChart;
import io.timbre.signal.picture.Curve;
import io.timbre.signal.picture.CurveChart;
import io.timbre.signal.picture.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What the study found, a row a layer.
 *
 * @param rows the input first, then the convolutions
 */
public record AttributeTable(List<AttributeRow> rows) {

    public AttributeTable {
        rows = List.copyOf(rows);
    }

    /** Those of the network. */
    List<AttributeRow> layers() {
        return rows.subList(1, rows.size());
    }

    /** In Markdown: means and deviations over features. */
    public String markdown() {
        var table = new StringBuilder("""
                | layer | features | key | chord | instrument | onsets | by chance | onset finders |
                |---|---:|---:|---:|---:|---:|---:|---:|
                """);
        for (var row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %s | %s | %s | %s | %s |\n",
                    row.layer(),
                    row.of(Attribute.KEY).count(),
                    cell(row.of(Attribute.KEY)),
                    cell(row.of(Attribute.CHORD)),
                    cell(row.of(Attribute.INSTRUMENT)),
                    cell(row.onsets()),
                    cell(row.chance()),
                    row.onsetFinders()));
        }
        return table.toString();
    }

    private static String cell(Spread spread) {
        return switch (spread.count()) {
            case 0 -> "";
            case 1 -> String.format(Locale.ROOT, "%.3f", spread.mean());
            default -> String.format(Locale.ROOT, "%.3f ± %.3f", spread.mean(), spread.deviation());
        };
    }

    /** Whether what Choi et al. found shows here, a sentence each. */
    public List<String> verdicts() {
        return ChoisFindings.of(this).words();
    }

    /** Choi's Figure 10: the correlations from the input, at 0, to the last convolution. */
    public CurveChart curves() {
        var curves = new ArrayList<Curve>();
        for (var attribute : Attribute.values()) {
            curves.add(
                    curve(attribute.label(), rows, 0, row -> row.of(attribute).mean()));
        }
        curves.add(curve("onsets", layers(), 1, row -> row.onsets().mean()));
        double least = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.y()))
                .min()
                .orElse(0);
        return new CurveChart(
                "Correlation of what is deconvolved, where one attribute differs",
                "convolution (0: the input)",
                "mean correlation",
                curves,
                new Range(0, rows.size() - 1),
                new Range(Math.min(0, least), 1));
    }

    private static Curve curve(String name, List<AttributeRow> rows, int from, ToDoubleFunction<AttributeRow> value) {
        var x = new double[rows.size()];
        Arrays.setAll(x, i -> from + i);
        return new Curve(name, x, rows.stream().mapToDouble(value).toArray());
    }

    /** The same with the deviation over features to either side. */
    public BarChart deviations() {
        var bars = new ArrayList<Bar>();
        for (var row : layers()) {
            for (var attribute : Attribute.values()) {
                var spread = row.of(attribute);
                bars.add(Bar.of(row.layer() + " " + attribute.label(), spread.mean(), spread.deviation()));
            }
            bars.add(Bar.of(
                    row.layer() + " onsets", row.onsets().mean(), row.onsets().deviation()));
        }
        return BarChart.fitted("Mean and deviation over features", "correlation", bars, BarChart.Direction.RIGHT);
    }
}
