package io.timbre.signal.picture;

import java.util.List;
import java.util.function.IntFunction;

/** The rectangle in which data are drawn, with its axes and its title around it. */
final class Plot {
    private static final int TICK = 4;
    private static final int TITLE_HEIGHT = 34;
    private static final int EDGE = 12;
    /** Holds the right half of a label at the end of the bottom axis. */
    private static final int RIGHT_EDGE = 24;

    private final Canvas canvas;
    private final String title;
    private final Axis left;
    private final Axis bottom;
    final int x;
    final int y;
    final int width;
    final int height;

    /**
     * Finds the rectangle.
     *
     * @param left the axis at the left by the pixels that it has
     * @param bottom the axis at the bottom by the pixels that it has
     * @param above pixels between title and rectangle
     * @param right pixels at the right of the rectangle
     */
    Plot(Canvas canvas, String title, IntFunction<Axis> left, IntFunction<Axis> bottom, int above, int right) {
        this.canvas = canvas;
        this.title = title;
        int width = canvas.image.getWidth();
        int height = canvas.image.getHeight();
        this.y = (title.isEmpty() ? EDGE : TITLE_HEIGHT) + above;
        this.height = height - y - belowOf(bottom.apply(width));
        this.left = left.apply(this.height);
        this.x = EDGE + titleHeight(this.left) + widest(this.left.ticks()) + TICK + 3;
        this.width = width - x - Math.max(right + EDGE, RIGHT_EDGE);
        this.bottom = bottom.apply(this.width);
        if (this.width < 1 || this.height < 1) {
            throw new IllegalArgumentException("no room for the plot in a picture of " + width + " x " + height);
        }
    }

    double across(double share) {
        return x + share * width;
    }

    double up(double share) {
        return y + (1 - share) * height;
    }

    /** Faint lines across the plot at the marks of the left axis, to be drawn over. */
    void drawGridAcross() {
        canvas.graphics.setColor(canvas.theme.faint);
        left.ticks().forEach(tick -> canvas.graphics.fillRect(x, pixel(up(tick.at()), y, height), width, 1));
    }

    /** Faint lines up the plot at the marks of the bottom axis, to be drawn over. */
    void drawGridUp() {
        canvas.graphics.setColor(canvas.theme.faint);
        bottom.ticks().forEach(tick -> canvas.graphics.fillRect(pixel(across(tick.at()), x, width), y, 1, height));
    }

    /** Draws both axes and the title. */
    void drawAxes() {
        canvas.title(title, EDGE, TITLE_HEIGHT / 2.0, canvas.image.getWidth() - 2 * EDGE);
        canvas.graphics.setColor(canvas.theme.ink);
        canvas.graphics.fillRect(x - 1, y, 1, height + 1);
        canvas.graphics.fillRect(x, y + height, width, 1);
        left.ticks().forEach(this::drawLeft);
        bottom.ticks().forEach(this::drawBottom);
        canvas.uprightText(
                canvas.fitted(left.title(), height), EDGE + canvas.lineHeight() / 2.0 - 2, y + height / 2.0, 0.5);
        canvas.text(
                canvas.fitted(bottom.title(), width),
                x + width / 2.0,
                canvas.image.getHeight() - EDGE + 4 - canvas.lineHeight() / 2.0,
                0.5);
    }

    private void drawLeft(Tick tick) {
        int row = pixel(up(tick.at()), y, height);
        canvas.graphics.fillRect(x - 1 - TICK, row, TICK, 1);
        canvas.text(tick.label(), x - TICK - 4, row, 1);
    }

    private void drawBottom(Tick tick) {
        int column = pixel(across(tick.at()), x, width);
        canvas.graphics.fillRect(column, y + height + 1, 1, TICK);
        double below = y + height + TICK + 3;
        if (bottom.upright()) {
            canvas.uprightText(tick.label(), column, below, 1);
        } else {
            canvas.text(tick.label(), column, below + canvas.lineHeight() / 2.0, 0.5);
        }
    }

    /** A mark at either end of an axis stands on the last pixel within it. */
    private static int pixel(double at, int start, int length) {
        return Math.clamp(Math.round(at), start, start + length - 1);
    }

    private int belowOf(Axis axis) {
        int labels = axis.upright() ? widest(axis.ticks()) : canvas.lineHeight();
        return TICK + 3 + labels + (axis.title().isEmpty() ? 0 : canvas.lineHeight() + 2) + EDGE - 4;
    }

    private int titleHeight(Axis axis) {
        return axis.title().isEmpty() ? 0 : canvas.lineHeight() + 4;
    }

    private int widest(List<Tick> ticks) {
        return ticks.stream()
                .mapToInt(tick -> canvas.textWidth(tick.label()))
                .max()
                .orElse(0);
    }
}
