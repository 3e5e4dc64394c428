package io.timbre.signal;

import static org.assertj.core.api.Assertions.assertThat;

/** Sounds that a test can compute again, and how far apart two of them are. */
public final class Signals {
    private Signals() {}

    public static Audio sine(double hz, double amplitude, double seconds, int sampleRateHz) {
        float[] samples = new float[(int) Math.round(seconds * sampleRateHz)];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = (float) (amplitude * Math.sin(2 * Math.PI * hz * n / sampleRateHz));
        }
        return new Audio(samples, sampleRateHz);
    }

    /** The loudest of the samples, 0 dB being full scale, without the first and last tenth, where filters ring. */
    public static double steadyPeakDb(Audio audio) {
        int edge = audio.samples().length / 10;
        double peak = 0;
        for (int n = edge; n < audio.samples().length - edge; n++) {
            peak = Math.max(peak, Math.abs(audio.samples()[n]));
        }
        return 20 * Math.log10(peak);
    }

    /** The largest difference of two equally long sounds, leaving out so many samples at either end. */
    public static double largestDifference(float[] expected, float[] actual, int edge) {
        assertThat(actual).hasSameSizeAs(expected);
        double largest = 0;
        for (int n = edge; n < expected.length - edge; n++) {
            largest = Math.max(largest, Math.abs(expected[n] - actual[n]));
        }
        return largest;
    }
}
