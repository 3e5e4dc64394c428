package io.timbre.signal.codec;

import java.time.Duration;

/**
 * What one file may cost.
 *
 * @param maxDuration longest sound taken; it bounds memory to about 8 bytes a sample at the wanted rate
 * @param maxSamples most samples inside the file, those of all channels counted, against rates and channels that make
 *     little sound of many bytes
 * @param maxChannels most channels inside the file
 * @param maxWallTime longest time spent on one pass over a file, against files built to keep a parser busy; a file that is
 *     wrong about its length may be decoded in two passes
 */
public record DecodeLimits(Duration maxDuration, long maxSamples, int maxChannels, Duration maxWallTime) {
    private static final long DEFAULT_MAX_SAMPLES = 1L << 30;
    private static final int DEFAULT_MAX_CHANNELS = 64;
    private static final Duration DEFAULT_MAX_WALL_TIME = Duration.ofSeconds(30);

    public DecodeLimits {
        requirePositive("maxDuration", !maxDuration.isPositive(), maxDuration);
        requirePositive("maxSamples", maxSamples <= 0, maxSamples);
        requirePositive("maxChannels", maxChannels <= 0, maxChannels);
        requirePositive("maxWallTime", !maxWallTime.isPositive(), maxWallTime);
    }

    /** Limits with 2^30 samples, which is 93 minutes of 96 kHz stereo, and 64 channels. */
    public DecodeLimits(Duration maxDuration, Duration maxWallTime) {
        this(maxDuration, DEFAULT_MAX_SAMPLES, DEFAULT_MAX_CHANNELS, maxWallTime);
    }

    /** As above with a wall time of 30 s: an hour of MP3 takes a few seconds. */
    public DecodeLimits(Duration maxDuration) {
        this(maxDuration, DEFAULT_MAX_WALL_TIME);
    }

    private static void requirePositive(String name, boolean violated, Object value) {
        if (violated) {
            throw new IllegalArgumentException(name + " must be > 0: was " + value);
        }
    }
}
