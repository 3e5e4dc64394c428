package io.timbre.inference;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings under {@code timbre.inference}. */
@ConfigMapping(prefix = "timbre.inference")
public interface InferenceConfig {
    /** Folder of the checkpoint that serves; the one that ships with Timbre where none is named. */
    Optional<Path> checkpoint();

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
