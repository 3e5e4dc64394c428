package io.timbre.inference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings under {@code timbre.inference}. */
@ConfigMapping(prefix = "timbre.inference")
public interface InferenceConfig {
    /** Folder of the checkpoint that serves until a release says otherwise; where none is named, the one that ships. */
    Optional<Path> checkpoint();

    /** How soon a model that was refused, or work beside the main stream that failed, gets another try. */
    @WithDefault("5S")
    Duration retryInterval();

    /** Tracks a second, at most, when the catalogue is classified again. */
    @WithDefault("20")
    int reclassifyPerSecond();

    Batch batch();

    /** How tracks of several stream threads share a forward pass. */
    interface Batch {
        /** Segments that are enough for a batch to run at once. */
        @WithDefault("64")
        int maxSegments();

        /** Longest wait of a track for others to join its batch. */
        @WithDefault("0.002S")
        Duration maxDelay();
    }
}
