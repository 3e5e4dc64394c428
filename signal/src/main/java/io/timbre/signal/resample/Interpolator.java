package io.timbre.signal.resample;

import io.timbre.signal.SampleSink;

/**
 * The value between samples, at evenly spaced times, of a sound that fills at most half of its band: any rate to any
 * other, without end and without drift.
 *
 * <p>Sixteen taps of a Kaiser filter are enough for such a sound: its images, from three quarters of the sample rate
 * on, come out 120 dB down. Ratios of numbers up to {@value #MAX_PHASES} have a row of taps for each time between
 * samples that occurs; for all others, the taps between two rows are interpolated linearly, which costs less than that.
 *
 * @see "J. O. Smith, Digital Audio Resampling Home Page, CCRMA, windowed-sinc interpolation"
 */
final class Interpolator implements SampleSink {
    private static final int TAPS = 16;
    /** How many taps lie before the time of the output, or at it. */
    private static final int BEFORE = TAPS / 2;

    private static final int MAX_PHASES = 1024;
    static final Kaiser FILTER = new Kaiser(1, 12.4, BEFORE);
    private static final int BLOCK = 4096;

    private final SampleSink sink;
    /** Between two output samples lie {@code wholeStep + (double) partStep / unit} of the input. */
    private final int wholeStep;

    private final long partStep;
    private final long unit;
    private final double phasesAUnit;

    /** A row of taps for each phase. */
    private final float[] taps;
    /** By how much the taps grow until the next phase. */
    private final float[] growth;

    private float[] history = new float[BLOCK];
    private int filled = BEFORE - 1;
    /** First of the samples in the history that the next output is made of; it may be yet to come. */
    private int first;
    /** How far the next output lies after the last of the taps before it, in units: less than one sample. */
    private long remainder;

    private final float[] output = new float[BLOCK];

    /**
     * @param step input samples between two output samples, as a fraction of
     * @param unit this; without a common factor
     */
    Interpolator(long step, long unit, SampleSink sink) {
        this.wholeStep = (int) (step / unit);
        this.partStep = step % unit;
        this.unit = unit;
        this.sink = sink;
        int phases = (int) Math.min(unit, MAX_PHASES);
        this.phasesAUnit = (double) phases / unit;
        this.taps = new float[phases * TAPS];
        this.growth = new float[phases * TAPS];
        double[] row = row(0);
        for (int phase = 0; phase < phases; phase++) {
            double[] next = row((phase + 1.0) / phases);
            for (int tap = 0; tap < TAPS; tap++) {
                taps[phase * TAPS + tap] = (float) row[tap];
                growth[phase * TAPS + tap] = (float) (next[tap] - row[tap]);
            }
            row = next;
        }
    }

    /** Taps for a time so much of a sample after the last of those before it, which add up to one. */
    private static double[] row(double fraction) {
        double[] row = new double[TAPS];
        double sum = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            row[tap] = FILTER.at(tap - (BEFORE - 1) - fraction);
            sum += row[tap];
        }
        for (int tap = 0; tap < TAPS; tap++) {
            row[tap] /= sum;
        }
        return row;
    }

    @Override
    public void accept(float[] samples, int start, int count) {
        append(samples, start, count);
        int produced = 0;
        while (first + TAPS <= filled) {
            if (produced == output.length) {
                sink.accept(output, 0, produced);
                produced = 0;
            }
            output[produced++] = interpolated();
            advance();
        }
        sink.accept(output, 0, produced);
    }

    private void append(float[] samples, int start, int count) {
        int forgotten = Math.min(first, filled);
        first -= forgotten;
        filled -= forgotten;
        float[] target = filled + count <= history.length ? history : new float[filled + count];
        System.arraycopy(history, forgotten, target, 0, filled);
        System.arraycopy(samples, start, target, filled, count);
        history = target;
        filled += count;
    }

    private float interpolated() {
        double position = remainder * phasesAUnit;
        int phase = (int) position;
        float beyond = (float) (position - phase);
        float value = product(taps, phase * TAPS);
        return beyond == 0 ? value : value + beyond * product(growth, phase * TAPS);
    }

    /** A row of weights times the samples; in four sums, which do not wait for each other. */
    private float product(float[] weights, int row) {
        float[] samples = history;
        int at = first;
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int tap = 0; tap < TAPS; tap += 4) {
            a += weights[row + tap] * samples[at + tap];
            b += weights[row + tap + 1] * samples[at + tap + 1];
            c += weights[row + tap + 2] * samples[at + tap + 2];
            d += weights[row + tap + 3] * samples[at + tap + 3];
        }
        return (a + b) + (c + d);
    }

    private void advance() {
        first += wholeStep;
        remainder += partStep;
        if (remainder >= unit) {
            remainder -= unit;
            first++;
        }
    }
}
