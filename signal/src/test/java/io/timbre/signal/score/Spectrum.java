package io.timbre.signal.score;

import io.timbre.signal.Audio;

/** One frequency of a sound at a time, by the sum that defines it. */
final class Spectrum {
    private Spectrum() {}

    /** Magnitude of one frequency in the half second from a time on, under a Hann window: a quarter of a sine's amplitude. */
    static double amplitudeAt(double hz, Audio audio, double startSeconds) {
        double re = 0;
        double im = 0;
        int length = audio.sampleRateHz() / 2;
        int start = (int) (startSeconds * audio.sampleRateHz());
        for (int n = 0; n < length; n++) {
            double angle = 2 * Math.PI * hz * n / audio.sampleRateHz();
            double value = (0.5 - 0.5 * Math.cos(2 * Math.PI * n / length)) * audio.samples()[start + n];
            re += value * Math.cos(angle);
            im += value * Math.sin(angle);
        }
        return Math.hypot(re, im) / length;
    }
}
