package io.timbre.signal.descriptor;

import io.timbre.signal.spectrum.Spectrogram;
import java.util.Arrays;

/**
 * The peaks of every frame's spectrum, refined by the parabola through each and its neighbours.
 *
 * <p>A peak is a bin from 150 to 4000 Hz above a tenth of the loudest of its frame, louder than the bin below and no
 * softer than the one above. Agrees with {@code librosa.piptrack(S=power)}.
 *
 * @see "J. O. Smith, Sinusoidal peak interpolation, Spectral Audio Signal Processing, 2011"
 */
final class PitchTracks {
    private static final double MIN_HZ = 150;
    private static final double MAX_HZ = 4000;
    private static final float THRESHOLD = 0.1f;

    private final Spectrogram power;
    private final double binHz;
    private double[] pitchesHz = new double[1024];
    private double[] heights = new double[1024];
    private int size;

    private PitchTracks(Spectrogram power, int sampleRateHz) {
        this.power = power;
        this.binHz = BinFrequencies.spacingHz(power, sampleRateHz);
    }

    static PitchTracks of(Spectrogram power, int sampleRateHz) {
        PitchTracks tracks = new PitchTracks(power, sampleRateHz);
        tracks.findPeaks();
        return tracks;
    }

    /** Of all peaks of all frames. */
    double[] pitchesHz() {
        return Arrays.copyOf(pitchesHz, size);
    }

    /** Interpolated power of each. */
    double[] heights() {
        return Arrays.copyOf(heights, size);
    }

    private void findPeaks() {
        float[] thresholds = thresholds();
        int first = Math.max(1, (int) Math.ceil(MIN_HZ / binHz));
        for (int bin = first; bin < power.bands() - 1 && bin * binHz < MAX_HZ; bin++) {
            for (int frame = 0; frame < power.frames(); frame++) {
                if (isPeak(bin, frame, thresholds[frame])) {
                    add(bin, frame);
                }
            }
        }
    }

    private float[] thresholds() {
        float[] loudest = new float[power.frames()];
        for (int bin = 0; bin < power.bands(); bin++) {
            for (int frame = 0; frame < loudest.length; frame++) {
                loudest[frame] = Math.max(loudest[frame], power.at(bin, frame));
            }
        }
        for (int frame = 0; frame < loudest.length; frame++) {
            loudest[frame] *= THRESHOLD;
        }
        return loudest;
    }

    private boolean isPeak(int bin, int frame, float threshold) {
        float here = power.at(bin, frame);
        return here > threshold && here > power.at(bin - 1, frame) && here >= power.at(bin + 1, frame);
    }

    private void add(int bin, int frame) {
        double below = power.at(bin - 1, frame);
        double here = power.at(bin, frame);
        double above = power.at(bin + 1, frame);
        double slope = (above - below) / 2;
        double curvature = above + below - 2 * here;
        // A parabola whose top lies more than a bin away is none.
        double shift = Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
        if (size == pitchesHz.length) {
            pitchesHz = Arrays.copyOf(pitchesHz, 2 * size);
            heights = Arrays.copyOf(heights, 2 * size);
        }
        pitchesHz[size] = (bin + shift) * binHz;
        heights[size] = here + slope * shift / 2;
        size++;
    }
}
