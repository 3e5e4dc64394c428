package io.timbre.schemas;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** How long each stage of the chain takes: one meter, {@code timbre.stage.latency}, with a tag for the stage. */
public enum StageLatency {
    /** From the first byte of an upload to its event being durable. */
    ACCEPT("accept"),
    /** From the track's event to its feature record. */
    EXTRACT("extract"),
    /** From the feature record to the classification. */
    CLASSIFY("classify"),
    /** From the upload being durable to the classification. */
    WHOLE_WAY("upload-to-classification");

    private final String tag;

    StageLatency(String tag) {
        this.tag = tag;
    }

    public Timer timer(MeterRegistry meters) {
        return Timer.builder("timbre.stage.latency")
                .tag("stage", tag)
                .publishPercentileHistogram()
                .register(meters);
    }
}
