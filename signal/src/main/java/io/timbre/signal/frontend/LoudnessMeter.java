package io.timbre.signal.frontend;

import io.timbre.signal.SampleSink;

/** Measures what {@link Loudness} tells of a sound while its samples pass. */
final class LoudnessMeter implements SampleSink {
    private boolean finite = true;
    private long count;
    private double sum;
    private float lowest = Float.POSITIVE_INFINITY;
    private float highest = Float.NEGATIVE_INFINITY;

    @Override
    public void accept(float[] samples, int start, int count) {
        for (int n = start; n < start + count; n++) {
            float sample = samples[n];
            finite &= Math.abs(sample) <= Loudness.LARGEST_SAMPLE;
            sum += sample;
            lowest = Math.min(lowest, sample);
            highest = Math.max(highest, sample);
        }
        this.count += count;
    }

    boolean isFinite() {
        return finite;
    }

    double peakDbfs() {
        double mean = sum / count;
        return 20 * Math.log10(count == 0 ? 0 : Math.max(highest - mean, mean - lowest));
    }

    boolean isSilent() {
        return peakDbfs() < Loudness.SILENCE_DBFS;
    }
}
