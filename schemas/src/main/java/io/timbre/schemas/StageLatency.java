package io.timbre.schemas;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * How long each stage of the chain takes: one meter, {@code timbre.stage.latency}, with a tag for the stage.
 *
 * <p>All stages have the same few buckets, from a cached upload to a track that waited a quarter of an hour, so that they
 * can be compared and summed over replicas. Micrometer's own would be 69 a stage.
 */
public enum StageLatency {
    /** From the first byte of an upload to its event being durable. */
    ACCEPT("accept"),
    /** From the track's event to its feature record. */
    EXTRACT("extract"),
    /** From the feature record to the classification. */
    CLASSIFY("classify"),
    /** From the upload being durable to the classification. */
    WHOLE_WAY("upload-to-classification");

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15)
    };

    private final String tag;

    StageLatency(String tag) {
        this.tag = tag;
    }

    public Timer timer(MeterRegistry meters) {
        return Timer.builder("timbre.stage.latency")
                .tag("stage", tag)
                .description("How long a track takes through a stage of the chain.")
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }
}
