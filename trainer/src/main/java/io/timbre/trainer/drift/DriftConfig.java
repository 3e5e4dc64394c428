package io.timbre.trainer.drift;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings under {@code timbre.drift}. */
@ConfigMapping(prefix = "timbre.drift")
public interface DriftConfig {
    /** Of how many windows without drift one is drifted by chance: the thresholds follow from it. */
    @WithDefault("1000")
    double windowsBetweenFalseAlarms();

    /** Windows of so many tracks. */
    Count count();

    /** Windows of a span of time. */
    Time time();

    /** How long a classification is remembered, so that a repeat of it counts no more; what is older counts not at all. */
    @WithDefault("7D")
    Duration remembered();

    /** Most sources that are watched; of more those are forgotten that were silent the longest. */
    @WithDefault("100")
    int maxSources();

    /** A source that was silent for so long is forgotten. */
    @WithDefault("30D")
    Duration forgetAfter();

    /** Whether a drifted window asks for a training run. */
    @WithDefault("false")
    boolean retrain();

    /** Between two training runs that drift asks for. */
    @WithDefault("7D")
    Duration coolDown();

    /** Windows by count. */
    interface Count {
        /** Tracks in a window. */
        @WithDefault("500")
        int tracks();

        /** Tracks from one window to the next, of which a window holds a whole number of times. */
        @WithDefault("100")
        int advance();
    }

    /** Windows of time. */
    interface Time {
        /** From one window to the next. */
        @WithDefault("1D")
        Duration length();

        /** How long a window waits for tracks that come late. */
        @WithDefault("1H")
        Duration grace();

        /** A window of fewer tracks is not judged. */
        @WithDefault("100")
        int minTracks();
    }
}
