package io.timbre.signal.picture;

import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Multiples of 1, 2 or 5 times a power of ten, which is where axes carry marks.
 *
 * @see "P. Heckbert, Nice Numbers for Graph Labels, Graphics Gems, 1990"
 */
final class RoundNumbers {
    private static final double ROUNDING = 1e-9;
    /** Numbers from here on are written with a power of ten. */
    private static final double LARGE = 1e7;

    private static final double SMALL = 1e-4;

    private RoundNumbers() {}

    /** The least round step that cuts a positive span into at most so many parts. */
    static double step(double span, int parts) {
        double least = span / parts;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= least * (1 - ROUNDING)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** The multiples of the step from min to max, both included. */
    static double[] multiples(double min, double max, double step) {
        long first = (long) Math.ceil(min / step - ROUNDING);
        long last = (long) Math.floor(max / step + ROUNDING);
        return LongStream.rangeClosed(first, last).mapToDouble(n -> n * step).toArray();
    }

    /** A multiple of the step with the decimals that it needs. */
    static String label(double value, double step) {
        double magnitude = Math.abs(value);
        if (magnitude >= LARGE || step < SMALL && magnitude > 0) {
            int digits = Math.clamp((int) (Math.floor(Math.log10(magnitude)) - Math.floor(Math.log10(step))), 0, 9);
            return String.format(Locale.ROOT, "%." + digits + "e", value);
        }
        int decimals = step < SMALL ? 0 : (int) Math.max(0, -Math.floor(Math.log10(step) + ROUNDING));
        return String.format(Locale.ROOT, "%." + decimals + "f", value + 0.0);
    }
}
