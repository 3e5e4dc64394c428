package io.timbre.signal.frontend;

import io.timbre.signal.Audio;

/** How loud a sound is, and whether it is a sound at all. */
public final class Loudness {
    /** Peaks below this are silence, in dB relative to full scale: the noise of a 10-bit converter. */
    public static final double SILENCE_DBFS = -60;
    /** Far beyond any sound, yet small enough that the power of a whole frame stays finite in a float. */
    public static final float LARGEST_SAMPLE = 1e12f;

    private Loudness() {}

    /** Returns whether every sample is a number of at most {@link #LARGEST_SAMPLE}. */
    public static boolean isFinite(Audio audio) {
        return measured(audio).isFinite();
    }

    /**
     * Returns the largest excursion from the mean, in dB relative to full scale; negative infinity for no excursion.
     * A constant offset, however large, is not heard and does not count.
     */
    public static double peakDbfs(Audio audio) {
        return measured(audio).peakDbfs();
    }

    public static boolean isSilent(Audio audio) {
        return measured(audio).isSilent();
    }

    static LoudnessMeter measured(Audio audio) {
        var meter = new LoudnessMeter();
        meter.accept(audio.samples(), 0, audio.samples().length);
        return meter;
    }
}
