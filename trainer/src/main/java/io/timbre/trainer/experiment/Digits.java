package io.timbre.trainer.experiment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people: as many digits as they can bear. */
public final class Digits {
    /** Where there is no number. */
    static final String NOTHING = "–";

    private static final int SIGNIFICANT = 4;
    private static final double SMALL = 1e-4;

    private Digits() {}

    /** As it stands in the paper: no digit more and none less. */
    static String asPublished(double value) {
        var shortest = BigDecimal.valueOf(value).stripTrailingZeros();
        return shortest.setScale(Math.max(0, shortest.scale())).toPlainString();
    }

    /** Four significant digits, all of those before the point, whole numbers whole; a dash for NaN. */
    static String of(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value)) {
            return NOTHING;
        }
        if (size == Math.rint(size)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (size < SMALL) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int beforePoint = (int) Math.floor(Math.log10(size)) + 1;
        return new BigDecimal(value)
                .setScale(Math.max(0, SIGNIFICANT - beforePoint), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** A share in percent, to a tenth, without the sign. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    /** A number and its unit. */
    static String of(double value, String unit) {
        return (of(value) + " " + unit).strip();
    }
}
