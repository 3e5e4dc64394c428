package io.timbre.signal.descriptor;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Beats a minute: the lag at which the onsets repeat most, averaged over the recording, with a preference for 120.
 *
 * <p>The onset strength around each frame, 8 s under a Hann window, is correlated with itself and divided by its
 * largest correlation; before the first and after the last frame the strength falls to zero along a line. The
 * preference is a bell over octaves of the tempo, one octave wide; above 320 there is no tempo.
 *
 * <p>Agrees with {@code librosa.feature.tempo(onset_envelope=strength)}, and so with the tempo of
 * {@code librosa.beat.beat_track}, which is 0 where there are no onsets.
 *
 * @see "P. Grosche, M. Müller and F. Kurth, Cyclic tempogram, ICASSP 2010"
 */
public final class Tempo {
    private static final double WINDOW_SECONDS = 8;
    private static final double PREFERRED_BPM = 120;
    private static final double MAX_BPM = 320;
    /** Lifts the correlations, at most 1, far above the 1 that the logarithm adds. */
    private static final double LIFT = 1e6;

    private final double framesPerMinute;
    private final int windowFrames;
    private final double[] window;
    private final int fftSize;
    private final DoubleFFT_1D fft;

    /**
     * @param hopLength samples between the strengths, 1 to {@code sampleRateHz}
     * @throws IllegalArgumentException if it is not
     */
    public Tempo(int sampleRateHz, int hopLength) {
        if (hopLength < 1 || hopLength > sampleRateHz) {
            throw new IllegalArgumentException("hopLength must be 1 to " + sampleRateHz + ": was " + hopLength);
        }
        this.framesPerMinute = 60.0 * sampleRateHz / hopLength;
        this.windowFrames = (int) (WINDOW_SECONDS * sampleRateHz / hopLength);
        this.window = hann(windowFrames);
        this.fftSize = 2 * Integer.highestOneBit(2 * windowFrames - 1);
        this.fft = new DoubleFFT_1D(fftSize);
    }

    private static double[] hann(int size) {
        double[] window = new double[size];
        for (int n = 0; n < size; n++) {
            window[n] = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / size);
        }
        return window;
    }

    /**
     * Returns 0, or up to 320.
     *
     * @param onsetStrength one a frame
     * @throws IllegalArgumentException if there are no frames
     */
    public double beatsPerMinute(float[] onsetStrength) {
        if (onsetStrength.length == 0) {
            throw new IllegalArgumentException("onsetStrength must not be empty");
        }
        double[] correlation = meanCorrelation(onsetStrength);
        if (correlation[0] == 0) {
            return 0;
        }
        int best = 1;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int lag = (int) (framesPerMinute / MAX_BPM) + 1; lag < windowFrames; lag++) {
            double score = Math.log1p(LIFT * correlation[lag]) + logPreference(framesPerMinute / lag);
            if (score > bestScore) {
                best = lag;
                bestScore = score;
            }
        }
        return framesPerMinute / best;
    }

    private static double logPreference(double bpm) {
        double octaves = Math.log(bpm / PREFERRED_BPM) / Math.log(2);
        return -0.5 * octaves * octaves;
    }

    /** Of all frames' windows, by lag in frames. */
    private double[] meanCorrelation(float[] onsetStrength) {
        double[] mean = new double[windowFrames];
        double[] faded = faded(onsetStrength);
        double[] packed = new double[fftSize];
        for (int frame = 0; frame < onsetStrength.length; frame++) {
            correlate(faded, frame, packed);
            if (packed[0] >= Double.MIN_NORMAL) {
                for (int lag = 0; lag < windowFrames; lag++) {
                    mean[lag] += packed[lag] / packed[0] / onsetStrength.length;
                }
            }
        }
        return mean;
    }

    /** Half a window more on either side, along a line from zero to the first strength and from the last to zero. */
    private double[] faded(float[] onsetStrength) {
        int half = windowFrames / 2;
        int frames = onsetStrength.length;
        double[] faded = new double[frames + 2 * half];
        for (int n = 0; n < half; n++) {
            faded[n] = onsetStrength[0] * (double) n / half;
            faded[faded.length - 1 - n] = onsetStrength[frames - 1] * (double) n / half;
        }
        for (int frame = 0; frame < frames; frame++) {
            faded[half + frame] = onsetStrength[frame];
        }
        return faded;
    }

    /** Leaves the correlation at lag n in the place n: by the transform's power, with zeros for what wraps around. */
    private void correlate(double[] strength, int first, double[] packed) {
        Arrays.fill(packed, 0);
        for (int n = 0; n < windowFrames; n++) {
            packed[n] = strength[first + n] * window[n];
        }
        fft.realForward(packed);
        packed[0] *= packed[0];
        packed[1] *= packed[1];
        for (int bin = 1; bin < fftSize / 2; bin++) {
            packed[2 * bin] = packed[2 * bin] * packed[2 * bin] + packed[2 * bin + 1] * packed[2 * bin + 1];
            packed[2 * bin + 1] = 0;
        }
        fft.realInverse(packed, true);
    }
}
