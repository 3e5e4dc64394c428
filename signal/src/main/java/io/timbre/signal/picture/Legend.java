package io.timbre.signal.picture;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Names and lines of the curves of a chart, above its plot, in as many rows as it takes. */
final class Legend {
    private static final int LINE = 24;
    private static final int BETWEEN = 18;
    private static final int ROW = 20;
    private static final int MARGIN = 24;

    private record Entry(int curve, String name, int x, int row) {}

    private final Canvas canvas;
    private final List<Entry> entries = new ArrayList<>();

    Legend(Canvas canvas, List<String> names) {
        this.canvas = canvas;
        int width = canvas.image.getWidth() - 2 * MARGIN;
        int x = 0;
        int row = 0;
        for (int n : IntStream.range(0, names.size())
                .filter(n -> !names.get(n).isEmpty())
                .toArray()) {
            String name = canvas.fitted(names.get(n), width - LINE - Canvas.GAP);
            int taken = LINE + Canvas.GAP + canvas.textWidth(name);
            if (x > 0 && x + taken > width) {
                x = 0;
                row++;
            }
            entries.add(new Entry(n, name, x, row));
            x += taken + BETWEEN;
        }
    }

    /** In pixels; 0 without names. */
    int height() {
        return entries.isEmpty() ? 0 : ROW * (entries.getLast().row() + 1) + Canvas.GAP;
    }

    void draw(Plot plot) {
        int top = plot.y - height();
        for (Entry entry : entries) {
            int left = MARGIN + entry.x();
            int middle = top + ROW * entry.row() + ROW / 2;
            canvas.graphics.setStroke(CurveChart.stroke(entry.curve()));
            canvas.graphics.setColor(Theme.series(entry.curve()));
            canvas.graphics.drawLine(left, middle, left + LINE, middle);
            canvas.graphics.setColor(canvas.theme.ink);
            canvas.text(entry.name(), left + LINE + Canvas.GAP, middle, 0);
        }
        canvas.graphics.setStroke(new BasicStroke(1));
    }
}
