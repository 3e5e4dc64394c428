package io.timbre.signal.picture;

/** The legend of a colour scale: its table beside its axis, at the right of a plot. */
final class ColourBar {
    private static final int FROM_PLOT = 16;
    private static final int WIDTH = 14;
    private static final int TICK = 4;
    /** Between marks, numbers and unit. */
    private static final int SPACE = 6;

    private final Canvas canvas;
    private final ColourScale scale;

    ColourBar(Canvas canvas, ColourScale scale) {
        this.canvas = canvas;
        this.scale = scale;
    }

    /** What it takes of the width of a picture, in pixels. */
    int width() {
        int unit = scale.unit().isEmpty() ? 0 : SPACE + canvas.lineHeight();
        return FROM_PLOT + WIDTH + TICK + SPACE + labelWidth(axis(canvas.image.getHeight())) + unit;
    }

    void draw(Plot plot) {
        int left = plot.x + plot.width + FROM_PLOT;
        canvas.fill(canvas.theme.faint, left - 1, plot.y - 1, WIDTH + 2, plot.height + 2);
        for (int row = 0; row < plot.height; row++) {
            double share = plot.height == 1 ? 1 : 1 - row / (plot.height - 1.0);
            int rgb = scale.rgb(scale.range().min() + share * scale.range().span());
            for (int column = 0; column < WIDTH; column++) {
                canvas.image.setRGB(left + column, plot.y + row, rgb);
            }
        }
        drawAxis(plot, left + WIDTH);
    }

    private void drawAxis(Plot plot, int left) {
        Axis axis = axis(plot.height);
        canvas.graphics.setColor(canvas.theme.ink);
        for (Tick tick : axis.ticks()) {
            int row = (int) Math.min(Math.round(plot.up(tick.at())), plot.y + plot.height - 1);
            canvas.graphics.fillRect(left, row, TICK, 1);
            canvas.text(tick.label(), left + TICK + SPACE + labelWidth(axis), row, 1);
        }
        double unitAt = left + TICK + SPACE + labelWidth(axis) + SPACE + canvas.lineHeight() / 2.0;
        canvas.uprightText(canvas.fitted(scale.unit(), plot.height), unitAt, plot.y + plot.height / 2.0, 0.5);
    }

    private Axis axis(int height) {
        return Axis.up(scale.unit(), scale.range()).apply(height);
    }

    private int labelWidth(Axis axis) {
        return axis.ticks().stream()
                .mapToInt(tick -> canvas.textWidth(tick.label()))
                .max()
                .orElse(0);
    }
}
