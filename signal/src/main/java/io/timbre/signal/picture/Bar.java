package io.timbre.signal.picture;

/**
 * A bar of a chart with the interval in which its value lies.
 *
 * @param low lower end of the interval; the value itself where there is none
 * @param high upper end of the interval; the value itself where there is none
 */
public record Bar(String name, double value, double low, double high) {
    public Bar {
        Finite.require(value, low, high);
        if (low > value || high < value) {
            throw new IllegalArgumentException(
                    "low <= value <= high must hold: was " + low + ", " + value + ", " + high);
        }
    }

    /** Without an interval. */
    public static Bar of(String name, double value) {
        return new Bar(name, value, value, value);
    }

    /** With an error to either side. */
    public static Bar of(String name, double value, double error) {
        return new Bar(name, value, value - error, value + error);
    }
}
