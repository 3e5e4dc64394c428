package io.timbre.signal.score;

import io.timbre.signal.Audio;

/** Sines of equal strength, 440 Hz at MIDI note 69, that fade in and out over 10 ms so that nothing clicks. */
final class PureTones {
    private static final double PEAK = 0.5;
    private static final double FADE_SECONDS = 0.01;

    private PureTones() {}

    /** Sounds the pitches together for the time that they are held, then silence up to the given length. */
    static Audio render(int[] pitches, double heldSeconds, double seconds, int sampleRateHz) {
        float[] samples = new float[(int) (seconds * sampleRateHz)];
        for (int n = 0; n < heldSeconds * sampleRateHz; n++) {
            double time = (double) n / sampleRateHz;
            double fade = Math.clamp(Math.min(time, heldSeconds - time) / FADE_SECONDS, 0, 1);
            samples[n] = (float) (PEAK / pitches.length * fade * sum(pitches, time));
        }
        return new Audio(samples, sampleRateHz);
    }

    private static double sum(int[] pitches, double time) {
        double sum = 0;
        for (int pitch : pitches) {
            sum += StrictMath.sin(2 * Math.PI * frequencyHz(pitch) * time);
        }
        return sum;
    }

    private static double frequencyHz(int pitch) {
        return 440 * StrictMath.pow(2, (pitch - 69) / 12.0);
    }
}
