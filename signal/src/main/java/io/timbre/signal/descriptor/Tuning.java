package io.timbre.signal.descriptor;

import io.timbre.signal.spectrum.Spectrogram;
import java.util.Arrays;

/**
 * How far a recording is tuned from A4 = 440 Hz: the commonest deviation of its louder spectral peaks from the nearest
 * semitone, in steps of a hundredth.
 *
 * <p>Agrees with {@code librosa.estimate_tuning(S=power)}.
 */
final class Tuning {
    private static final int STEPS = 100;
    private static final double SEMITONES = 12;
    private static final double A0_HZ = 27.5;

    private Tuning() {}

    /** In semitones, -0.5 up to but without 0.5; 0 where there is no pitch. */
    static double semitones(Spectrogram power, int sampleRateHz) {
        PitchTracks tracks = PitchTracks.of(power, sampleRateHz);
        double[] pitchesHz = tracks.pitchesHz();
        double[] heights = tracks.heights();
        if (pitchesHz.length == 0) {
            return 0;
        }
        double threshold = median(heights);
        int[] counts = new int[STEPS];
        for (int i = 0; i < pitchesHz.length; i++) {
            if (heights[i] >= threshold) {
                counts[step(pitchesHz[i])]++;
            }
        }
        return (double) indexOfLargest(counts) / STEPS - 0.5;
    }

    private static int step(double hz) {
        double semitone = SEMITONES * Math.log(hz / A0_HZ) / Math.log(2);
        double deviation = semitone - Math.floor(semitone + 0.5);
        return Math.min(STEPS - 1, (int) ((deviation + 0.5) * STEPS));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static int indexOfLargest(int[] counts) {
        int largest = 0;
        for (int i = 1; i < counts.length; i++) {
            largest = counts[i] > counts[largest] ? i : largest;
        }
        return largest;
    }
}
