package io.timbre.signal.frontend;

/**
 * The shade of a power, 1 for the quietest that was measured to 231 for the loudest: the green channel of viridis,
 * matplotlib's standard colours, over the logarithm.
 *
 * @see "S. van der Walt and N. Smith, A better default colormap for matplotlib, 2015"
 */
final class Shades {
    /** Every 15th of the 256 greens of viridis; a straight line between them is never off by more than 1. */
    private static final int[] GREENS = {
        1, 23, 42, 61, 78, 94, 109, 123, 137, 151, 165, 179, 192, 203, 213, 221, 226, 231
    };

    /** Of a shade that is averaged and written as a whole number. */
    private static final double ROUNDING = 1;

    private final double silentPower;

    private double quietest = Double.MAX_VALUE;
    private double loudest;

    Shades(double silentPower) {
        this.silentPower = silentPower;
    }

    /** Widens the scale to hold the first so many of these, except where there is silence. */
    void measure(double[] powers, int count) {
        for (int i = 0; i < count; i++) {
            if (powers[i] > silentPower) {
                quietest = Math.min(quietest, powers[i]);
                loudest = Math.max(loudest, powers[i]);
            }
        }
    }

    /** The level of the darkest shade, in dB of a power of 1; that of {@code silentPower} where all is silence. */
    double quietestDb() {
        return decibels(loudest > 0 ? quietest : silentPower);
    }

    /** From the darkest shade to the brightest, dB; 0 where all is silence. */
    double rangeDb() {
        return loudest > 0 ? decibels(loudest) - decibels(quietest) : 0;
    }

    private static double decibels(double power) {
        return 10 * Math.log10(power);
    }

    double of(double power) {
        if (power <= quietest) {
            return GREENS[0];
        }
        double share = Math.log(power / quietest) / Math.log(loudest / quietest);
        double place = share * (GREENS.length - 1);
        int below = Math.min((int) place, GREENS.length - 2);
        return GREENS[below] + (place - below) * (GREENS[below + 1] - GREENS[below]);
    }

    /** Where on its scale a shade stands: 0 the quietest, 1 the loudest; 0 also for the white of cells without power. */
    static double position(double shade) {
        int last = GREENS.length - 1;
        if (shade <= GREENS[0] || shade > GREENS[last] + ROUNDING) {
            return 0;
        }
        int above = 1;
        while (above < last && GREENS[above] < shade) {
            above++;
        }
        int below = GREENS[above - 1];
        return Math.min(1, (above - 1 + (shade - below) / (GREENS[above] - below)) / last);
    }
}
