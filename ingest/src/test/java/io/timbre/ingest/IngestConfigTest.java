package io.timbre.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestConfigTest {
    @Test
    void hasTheDefaultsThatTheReadmeNames() {
        var config = config(Map.of());

        assertThat(config.maxUploadBytes()).isEqualTo(268_435_456);
        assertThat(config.publishTimeout()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void readsEveryKey() {
        var config = config(Map.of("timbre.ingest.max-upload-bytes", "7", "timbre.ingest.publish-timeout", "3S"));

        assertThat(config.maxUploadBytes()).isEqualTo(7);
        assertThat(config.publishTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    private static IngestConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(IngestConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 0))
                .build()
                .getConfigMapping(IngestConfig.class);
    }
}
