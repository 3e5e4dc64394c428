package io.timbre.signal.picture;

/**
 * A line of a chart.
 *
 * @param name what the legend says; empty for a curve that needs no name
 * @param x finite; not copied
 * @param y as many, finite; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Two curves are never compared.
public record Curve(String name, double[] x, double[] y) {
    public Curve {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException(
                    "x and y must be as many, at least one: were " + x.length + " and " + y.length);
        }
        Finite.require(x);
        Finite.require(y);
    }
}
