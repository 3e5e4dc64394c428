package io.timbre.trainer.data;

import static io.timbre.trainer.data.DescriptorColumn.DURATION;
import static io.timbre.trainer.data.DescriptorColumn.KEY;

import java.util.EnumSet;
import java.util.Set;

/** How a row of descriptors is written for a network. */
public enum DescriptorEncoding {
    /**
     * 14 numbers as the table has them. Whether a duration is in minutes tells the genre: that is so of every song of four
     * of the eleven, and of hardly any other.
     */
    AS_WRITTEN("14 columns as written, durations in two units") {
        @Override
        double[] values(double[] row) {
            return row;
        }
    },
    /** 14 numbers, all durations in whole milliseconds. */
    ONE_UNIT("14 columns, durations in ms") {
        @Override
        double[] values(double[] row) {
            return inMilliseconds(row);
        }
    },
    /**
     * 26 numbers: durations in ms; duration and the shares that crowd near 0 as logarithms; the key as twelve numbers of
     * which one is 1, since B is next to C; and whether popularity is 0.
     */
    SPREAD("26 values: durations in ms, skewed columns as logarithms, the key one of twelve, popularity 0 marked") {
        @Override
        double[] values(double[] row) {
            return spread(inMilliseconds(row));
        }
    };

    /** Longer in minutes than any song, shorter in milliseconds than any: 60 ms. */
    private static final double MOST_MINUTES = 60;

    private static final double MILLISECONDS_PER_MINUTE = 60_000;
    private static final int KEYS = 12;

    /** About the smallest share that the table tells from 0. */
    private static final double LEAST_SHARE = 1e-4;

    private static final Set<DescriptorColumn> SKEWED = EnumSet.of(
            DescriptorColumn.SPEECHINESS,
            DescriptorColumn.ACOUSTICNESS,
            DescriptorColumn.INSTRUMENTALNESS,
            DescriptorColumn.LIVENESS);

    private final String words;

    DescriptorEncoding(String words) {
        this.words = words;
    }

    abstract double[] values(double[] row);

    /** For reports. */
    public String words() {
        return words;
    }

    /** How many numbers a row has for the network. */
    public int length() {
        return values(new double[DescriptorColumn.values().length]).length;
    }

    /** One number a {@link DescriptorColumn} in, {@link #length} out. */
    float[] encode(double[] row) {
        double[] values = values(row);
        var encoded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            encoded[i] = (float) values[i];
        }
        return encoded;
    }

    /** Rounded: the last digits would tell the unit too. */
    private static double[] inMilliseconds(double[] row) {
        double[] values = row.clone();
        double duration = row[DURATION.ordinal()];
        values[DURATION.ordinal()] = Math.rint(duration < MOST_MINUTES ? duration * MILLISECONDS_PER_MINUTE : duration);
        return values;
    }

    private static double[] spread(double[] row) {
        var values = new double[row.length - 1 + KEYS + 1];
        int next = 0;
        for (var column : DescriptorColumn.values()) {
            if (column != KEY) {
                values[next++] = spread(column, row[column.ordinal()]);
            }
        }
        values[next + Math.floorMod((int) row[KEY.ordinal()], KEYS)] = 1;
        values[next + KEYS] = row[DescriptorColumn.POPULARITY.ordinal()] == 0 ? 1 : 0;
        return values;
    }

    private static double spread(DescriptorColumn column, double value) {
        if (column == DURATION) {
            return Math.log1p(value);
        }
        return SKEWED.contains(column) ? Math.log(value + LEAST_SHARE) : value;
    }
}
