package io.timbre.signal.picture;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Lines over one pair of axes, each with its colour, and a legend of those that have a name. A curve of one point is a
 * dot. Lines are drawn dashed from the seventh on, when the colours begin anew. What lies beyond the ranges is cut off.
 *
 * @param title empty for none
 * @param xTitle what the x axis shows, with its unit
 * @param yTitle what the y axis shows, with its unit
 */
public record CurveChart(String title, String xTitle, String yTitle, List<Curve> curves, Range x, Range y) {
    private static final float LINE = 2;
    private static final double DOT = 6;

    public CurveChart {
        curves = List.copyOf(curves);
    }

    /**
     * With axes that hold all of the curves between round ends.
     *
     * @throws IllegalArgumentException if there is no curve
     */
    public static CurveChart fitted(String title, String xTitle, String yTitle, List<Curve> curves) {
        return new CurveChart(title, xTitle, yTitle, curves, around(curves, Curve::x), around(curves, Curve::y));
    }

    public BufferedImage draw(Look look) {
        var canvas = new Canvas(look);
        var legend = legend(canvas);
        Plot plot = plot(canvas, legend);
        legend.draw(plot);
        plot.drawGridAcross();
        plot.drawGridUp();
        drawCurves(canvas, plot);
        plot.drawAxes();
        return canvas.finish();
    }

    Legend legend(Canvas canvas) {
        return new Legend(canvas, curves.stream().map(Curve::name).toList());
    }

    Plot plot(Canvas canvas, Legend legend) {
        return new Plot(canvas, title, Axis.up(yTitle, y), Axis.across(xTitle, x), legend.height(), 0);
    }

    private void drawCurves(Canvas canvas, Plot plot) {
        var within = (Graphics2D) canvas.graphics.create();
        within.clipRect(plot.x, plot.y - 1, plot.width + 1, plot.height + 2);
        for (int n = 0; n < curves.size(); n++) {
            within.setColor(Theme.series(n));
            within.setStroke(stroke(n));
            draw(within, plot, curves.get(n));
        }
        within.dispose();
    }

    /** The stroke of the n-th curve. */
    static BasicStroke stroke(int index) {
        int round = index / Theme.seriesColours();
        return round == 0
                ? new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(
                        LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {8f / round, 4}, 0);
    }

    private void draw(Graphics2D graphics, Plot plot, Curve curve) {
        double startX = plot.across(x.share(curve.x()[0]));
        double startY = plot.up(y.share(curve.y()[0]));
        if (curve.x().length == 1) {
            graphics.fill(new Ellipse2D.Double(startX - DOT / 2, startY - DOT / 2, DOT, DOT));
            return;
        }
        var path = new Path2D.Double();
        path.moveTo(startX, startY);
        for (int n = 1; n < curve.x().length; n++) {
            path.lineTo(plot.across(x.share(curve.x()[n])), plot.up(y.share(curve.y()[n])));
        }
        graphics.draw(path);
    }

    private static Range around(List<Curve> curves, Function<Curve, double[]> values) {
        return Range.around(
                curves.stream().map(values).flatMapToDouble(DoubleStream::of).toArray());
    }
}
