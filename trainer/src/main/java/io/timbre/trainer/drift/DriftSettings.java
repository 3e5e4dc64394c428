package io.timbre.trainer.drift;

import java.time.Duration;
import java.time.Instant;

/**
 * How windows are cut and what follows from a verdict.
 *
 * @param tracks in a window by count, of which {@code advance} is a divisor
 * @param length of a window of time
 * @param minTracks without which a window of time is not judged
 * @param remembered how long a classification is known again
 */
record DriftSettings(
        double windowsBetweenFalseAlarms,
        int tracks,
        int advance,
        Duration length,
        Duration grace,
        int minTracks,
        Duration remembered,
        int maxSources,
        Duration forgetAfter,
        boolean retrain,
        Duration coolDown) {
    DriftSettings {
        if (!Watch.isPossible(windowsBetweenFalseAlarms)) {
            throw new IllegalArgumentException("timbre.drift.windows-between-false-alarms must be in [10, 10000]: was "
                    + windowsBetweenFalseAlarms);
        }
        if (advance < 1 || tracks < 1 || tracks % advance != 0) {
            throw new IllegalArgumentException("timbre.drift.count.advance must divide timbre.drift.count.tracks: were "
                    + advance + " and " + tracks);
        }
        requirePositive("time.length", length.toMillis());
        requirePositive("time.min-tracks", minTracks);
        requirePositive("remembered", remembered.toMillis());
        requirePositive("max-sources", maxSources);
        requirePositive("forget-after", forgetAfter.toMillis());
        requirePositive("cool-down", coolDown.toMillis());
        if (grace.isNegative()) {
            throw new IllegalArgumentException("timbre.drift.time.grace must be >= 0: was " + grace);
        }
    }

    private static void requirePositive(String key, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("timbre.drift." + key + " must be > 0: was " + value);
        }
    }

    static DriftSettings of(DriftConfig config) {
        return new DriftSettings(
                config.windowsBetweenFalseAlarms(),
                config.count().tracks(),
                config.count().advance(),
                config.time().length(),
                config.time().grace(),
                config.time().minTracks(),
                config.remembered(),
                config.maxSources(),
                config.forgetAfter(),
                config.retrain(),
                config.coolDown());
    }

    int panes() {
        return tracks / advance;
    }

    /** Begin of the window of time in which a moment lies; windows begin at the epoch. */
    Instant spanOf(Instant moment) {
        return moment.minusMillis(Math.floorMod(moment.toEpochMilli(), length.toMillis()));
    }

    /** Whether a window of time waits no more. @param end of the window, exclusive */
    boolean isOver(Instant end, Instant now) {
        return !end.plus(grace).isAfter(now);
    }
}
