package io.timbre.signal.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Bars from zero with their intervals, side by side or below each other. Long names are easier to read below each other.
 *
 * @param title empty for none
 * @param valueTitle what the values are, with their unit
 * @param bars from the left, or from the top
 * @param values what the axis holds; contains 0
 */
public record BarChart(String title, String valueTitle, List<Bar> bars, Range values, Direction direction) {
    /** Where bars grow to from their names. */
    public enum Direction {
        UP,
        RIGHT
    }

    /** Of the room that a bar has beside its neighbours. */
    private static final double THICKNESS = 0.7;

    /** Half the width of the end of an interval, in pixels. */
    private static final int CAP = 5;

    public BarChart {
        bars = List.copyOf(bars);
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("bars must not be empty");
        }
        if (values.min() > 0 || values.max() < 0) {
            throw new IllegalArgumentException(
                    "values must hold 0, where bars start: were " + values.min() + " to " + values.max());
        }
    }

    /** With an axis that holds zero and all bars and intervals between round ends. */
    public static BarChart fitted(String title, String valueTitle, List<Bar> bars, Direction direction) {
        var ends = bars.stream().flatMapToDouble(bar -> DoubleStream.of(0, bar.low(), bar.high()));
        return new BarChart(title, valueTitle, bars, Range.around(ends.toArray()), direction);
    }

    public BufferedImage draw(Look look) {
        var canvas = new Canvas(look);
        Plot plot = plot(canvas);
        if (direction == Direction.UP) {
            plot.drawGridAcross();
        } else {
            plot.drawGridUp();
        }
        for (int n = 0; n < bars.size(); n++) {
            draw(canvas, plot, bars.get(n), (n + 0.5) / bars.size());
        }
        fill(canvas, plot, canvas.theme.ink, 0, 1, 0, valuePixel(plot));
        plot.drawAxes();
        return canvas.finish();
    }

    Plot plot(Canvas canvas) {
        List<String> names = bars.stream().map(Bar::name).toList();
        if (direction == Direction.RIGHT) {
            Axis left = Axis.namesDown(canvas, "", names);
            return new Plot(canvas, title, pixels -> left, Axis.across(valueTitle, values), 0, 0);
        }
        Axis bottom = Axis.namesAcross(canvas, "", names);
        return new Plot(canvas, title, Axis.up(valueTitle, values), pixels -> bottom, 0, 0);
    }

    private void draw(Canvas canvas, Plot plot, Bar bar, double middle) {
        double half = THICKNESS / 2 / bars.size();
        fill(canvas, plot, canvas.theme.bar, middle - half, middle + half, 0, bar.value());
        if (bar.low() < bar.high()) {
            drawInterval(canvas, plot, bar, middle);
        }
    }

    private void drawInterval(Canvas canvas, Plot plot, Bar bar, double middle) {
        double pixel = 1.0 / (direction == Direction.UP ? plot.width : plot.height);
        double cap = Math.min(CAP * pixel, THICKNESS / 2 / bars.size());
        fill(canvas, plot, canvas.theme.ink, middle - pixel, middle + pixel, bar.low(), bar.high());
        for (double end : new double[] {bar.low(), bar.high()}) {
            fill(canvas, plot, canvas.theme.ink, middle - cap, middle + cap, end, end + valuePixel(plot));
        }
    }

    private double valuePixel(Plot plot) {
        return values.span() / (direction == Direction.UP ? plot.height : plot.width);
    }

    /** Fills a rectangle given in shares of the way along the names and in values. */
    private void fill(Canvas canvas, Plot plot, Color colour, double from, double to, double start, double end) {
        double low = Math.clamp(values.share(Math.min(start, end)), 0, 1);
        double high = Math.clamp(values.share(Math.max(start, end)), 0, 1);
        if (direction == Direction.UP) {
            canvas.fill(colour, plot.across(from), plot.up(high), plot.across(to), plot.up(low));
        } else {
            canvas.fill(colour, plot.across(low), plot.up(1 - from), plot.across(high), plot.up(1 - to));
        }
    }
}
