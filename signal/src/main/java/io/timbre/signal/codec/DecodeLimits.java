package io.timbre.signal.codec;

import java.time.Duration;

/**
 * What one file may cost.
 *
 * @param maxDuration longest sound taken; it bounds memory to about 8 bytes a sample at the wanted rate
 * @param maxWallTime longest time spent on one file, against files built to keep a parser busy
 */
public record DecodeLimits(Duration maxDuration, Duration maxWallTime) {
    private static final Duration DEFAULT_MAX_WALL_TIME = Duration.ofSeconds(30);

    public DecodeLimits {
        requirePositive("maxDuration", maxDuration);
        requirePositive("maxWallTime", maxWallTime);
    }

    /** Limits with a wall time of 30 s: an hour of MP3 takes a few seconds. */
    public DecodeLimits(Duration maxDuration) {
        this(maxDuration, DEFAULT_MAX_WALL_TIME);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + " must be > 0: was " + value);
        }
    }
}
