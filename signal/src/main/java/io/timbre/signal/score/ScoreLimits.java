package io.timbre.signal.score;

import java.time.Duration;

/**
 * What one MIDI file may cost. A file of 370 kB with 58,000 notes on 100 tracks is a large one.
 *
 * @param maxBytes largest file taken
 * @param maxTracks most tracks taken
 * @param maxEvents most messages taken, two a note; it bounds memory to about 200 bytes each
 * @param maxDuration longest score taken, from the start to its last event
 */
public record ScoreLimits(int maxBytes, int maxTracks, int maxEvents, Duration maxDuration) {
    public ScoreLimits {
        requirePositive("maxBytes", maxBytes);
        requirePositive("maxTracks", maxTracks);
        requirePositive("maxEvents", maxEvents);
        requirePositive("maxDuration", maxDuration.toMillis());
    }

    /** 8 MB, 1,000 tracks, half a million messages and an hour. */
    public static ScoreLimits standard() {
        return new ScoreLimits(8_000_000, 1_000, 500_000, Duration.ofHours(1));
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be > 0: was " + value);
        }
    }
}
