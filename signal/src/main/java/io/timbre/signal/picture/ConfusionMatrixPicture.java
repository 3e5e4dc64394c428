package io.timbre.signal.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each label was taken for each other: a row a label, a column a prediction, the colour of a cell its share of
 * the row. The cells say count and share, or one of these where there is no room for both; the axis says which.
 *
 * @param title empty for none
 * @param classes names in the order of rows and columns
 * @param counts {@code counts[label][prediction]}, none negative; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Two pictures are never compared.
public record ConfusionMatrixPicture(String title, List<String> classes, int[][] counts, ColourTable table) {
    private static final Range PER_CENT = new Range(0, 100);

    public ConfusionMatrixPicture {
        classes = List.copyOf(classes);
        if (classes.isEmpty() || counts.length != classes.size()) {
            throw new IllegalArgumentException(
                    "counts must have a row a class: were " + counts.length + " for " + classes.size());
        }
        for (int[] row : counts) {
            requireCounts(row, classes.size());
        }
    }

    public BufferedImage draw(Look look) {
        var canvas = new Canvas(look);
        CellText text = cellText(canvas);
        Plot plot = plot(canvas, "prediction (" + text.words() + ")");
        for (int label = 0; label < classes.size(); label++) {
            for (int prediction = 0; prediction < classes.size(); prediction++) {
                drawCell(canvas, plot, label, prediction, text);
            }
        }
        plot.drawAxes();
        new ColourBar(canvas, scale()).draw(plot);
        return canvas.finish();
    }

    Plot plot(Canvas canvas, String predictionTitle) {
        Axis left = Axis.namesDown(canvas, "label", classes);
        Axis bottom = Axis.namesAcross(canvas, predictionTitle, classes);
        return new Plot(canvas, title, pixels -> left, pixels -> bottom, 0, new ColourBar(canvas, scale()).width());
    }

    private ColourScale scale() {
        return new ColourScale(table, "share of the label (%)", PER_CENT);
    }

    CellText cellText(Canvas canvas) {
        Plot plot = plot(canvas, "prediction");
        int width = plot.width / classes.size() - 2;
        int height = plot.height / classes.size();
        return Arrays.stream(CellText.values())
                .filter(text -> fits(canvas, text, width, height))
                .findFirst()
                .orElse(CellText.NOTHING);
    }

    private boolean fits(Canvas canvas, CellText text, int width, int height) {
        return IntStream.range(0, classes.size() * classes.size())
                .mapToObj(cell -> lines(text, cell / classes.size(), cell % classes.size()))
                .allMatch(lines -> lines.size() * canvas.lineHeight() <= height
                        && lines.stream().allMatch(line -> canvas.textWidth(line) <= width));
    }

    private List<String> lines(CellText text, int label, int prediction) {
        return text.lines(counts[label][prediction], percent(label, prediction));
    }

    private void drawCell(Canvas canvas, Plot plot, int label, int prediction, CellText text) {
        double size = 1.0 / classes.size();
        var colour = new Color(scale().rgb(percent(label, prediction)));
        double top = plot.up(1 - label * size);
        double bottom = plot.up(1 - (label + 1) * size);
        canvas.fill(colour, plot.across(prediction * size), top, plot.across((prediction + 1) * size), bottom);
        canvas.graphics.setColor(Contrast.inkOn(colour));
        List<String> lines = lines(text, label, prediction);
        double first = (top + bottom - (lines.size() - 1) * canvas.lineHeight()) / 2;
        for (int n = 0; n < lines.size(); n++) {
            canvas.text(lines.get(n), plot.across((prediction + 0.5) * size), first + n * canvas.lineHeight(), 0.5);
        }
    }

    /** 0 for a label that never occurred. */
    private double percent(int label, int prediction) {
        long total = Arrays.stream(counts[label]).asLongStream().sum();
        return total == 0 ? 0 : 100.0 * counts[label][prediction] / total;
    }

    private static void requireCounts(int[] row, int classes) {
        if (row.length != classes) {
            throw new IllegalArgumentException("a row of counts must have " + classes + ": had " + row.length);
        }
        for (int count : row) {
            if (count < 0) {
                throw new IllegalArgumentException("a count must be >= 0: was " + count);
            }
        }
    }
}
