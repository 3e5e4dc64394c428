package io.timbre.signal.resample;

import io.timbre.signal.Audio;

/** Changes the sample rate of a sound in memory, with the very filter that decoding uses. */
public final class Resampling {
    private Resampling() {}

    /**
     * Returns the sound at another rate; itself if it has that rate already.
     *
     * @throws IllegalArgumentException if a rate is not one that sound has, 1 to 768 kHz
     */
    public static Audio toRate(Audio audio, int sampleRateHz) {
        if (audio.sampleRateHz() == sampleRateHz) {
            return audio;
        }
        var samples = new SampleBuffer();
        samples.begin(Math.ceilDiv((long) audio.samples().length * sampleRateHz, audio.sampleRateHz()));
        try (var resampler = new Resampler(audio.sampleRateHz(), sampleRateHz, samples)) {
            resampler.accept(audio.samples(), 0, audio.samples().length);
            resampler.finish();
        }
        return new Audio(samples.toArray(), sampleRateHz);
    }
}
