package io.timbre.signal.frontend;

import io.timbre.signal.Audio;
import io.timbre.signal.SampleSink;

/** How loud a sound is, and whether it is a sound at all; measured while its samples pass. */
public final class Loudness implements SampleSink {
    /** Peaks below this are silence, in dB relative to full scale: the noise of a 10-bit converter. */
    public static final double SILENCE_DBFS = -60;
    /** Far beyond any sound, yet small enough that the power of a whole frame stays finite in a float. */
    public static final float LARGEST_SAMPLE = 1e12f;

    private boolean finite = true;
    private long count;
    private double sum;
    private float lowest = Float.POSITIVE_INFINITY;
    private float highest = Float.NEGATIVE_INFINITY;

    /** That of a whole sound. */
    public static Loudness of(Audio audio) {
        var loudness = new Loudness();
        loudness.accept(audio.samples(), 0, audio.samples().length);
        return loudness;
    }

    @Override
    public void accept(float[] samples, int start, int count) {
        for (int n = start; n < start + count; n++) {
            float sample = samples[n];
            finite &= Math.abs(sample) <= LARGEST_SAMPLE;
            sum += sample;
            lowest = Math.min(lowest, sample);
            highest = Math.max(highest, sample);
        }
        this.count += count;
    }

    /** Returns whether every sample is a number of at most {@link #LARGEST_SAMPLE}. */
    public boolean isFinite() {
        return finite;
    }

    /**
     * Returns the largest excursion from the mean, in dB relative to full scale; negative infinity for no excursion.
     * A constant offset, however large, is not heard and does not count.
     */
    public double peakDbfs() {
        double mean = sum / count;
        return 20 * Math.log10(count == 0 ? 0 : Math.max(highest - mean, mean - lowest));
    }

    public boolean isSilent() {
        return peakDbfs() < SILENCE_DBFS;
    }
}
