package io.timbre.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings under {@code timbre.ingest}. */
@ConfigMapping(prefix = "timbre.ingest")
public interface IngestConfig {
    /** Largest upload that is taken, in bytes. */
    @WithDefault("268435456")
    long maxUploadBytes();

    /** How long an upload may wait for its event to be durable before the client is told to come again. */
    @WithDefault("15S")
    Duration publishTimeout();
}
