package io.timbre.signal.picture;

/**
 * Which colour a value has: those at or below the least have the first of the table, those at or above the greatest the
 * last.
 *
 * @param unit what the values are, written beside the colour bar
 */
public record ColourScale(ColourTable table, String unit, Range range) {
    /** From the least of the values to the greatest; a unit or a tenth more than a lone value. */
    public static ColourScale fitted(ColourTable table, String unit, float[] values) {
        float min = Finite.least(values);
        float max = Finite.greatest(values);
        return new ColourScale(table, unit, new Range(min, max > min ? max : min + Math.max(1, 0.1 * Math.abs(min))));
    }

    /**
     * The loudest decibels of values that are in dB already.
     *
     * @param decibels how far down from the greatest of the values, positive
     */
    public static ColourScale loudest(ColourTable table, float[] values, double decibels) {
        double max = Finite.greatest(values);
        return new ColourScale(table, "dB", new Range(max - decibels, max));
    }

    /** Signed values with zero in the middle of {@link ColourTable#COOLWARM}; to one unit if all are zero. */
    public static ColourScale signed(String unit, float[] values) {
        double most = Math.max(Math.abs(Finite.least(values)), Math.abs(Finite.greatest(values)));
        double end = most > 0 ? most : 1;
        return new ColourScale(ColourTable.COOLWARM, unit, new Range(-end, end));
    }

    /** The entry of the table, 0 to 255. */
    int entry(double value) {
        return Math.clamp((int) (range.share(value) * ColourTable.SIZE), 0, ColourTable.SIZE - 1);
    }

    /** The colour of a value, {@code 0xRRGGBB}. */
    public int rgb(double value) {
        return table.rgb(entry(value));
    }
}
