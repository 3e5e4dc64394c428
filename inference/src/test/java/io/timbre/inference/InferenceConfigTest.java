package io.timbre.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InferenceConfigTest {
    @Test
    void hasTheDefaultsThatTheReadmeNames() {
        var config = config(Map.of());

        assertThat(config.checkpoint()).isEmpty();
        assertThat(config.retryInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.reclassifyPerSecond()).isEqualTo(20);
        assertThat(config.batch().maxSegments()).isEqualTo(64);
        assertThat(config.batch().maxDelay()).isEqualTo(Duration.ofMillis(2));
    }

    @Test
    void readsEveryKey() {
        var config = config(Map.of(
                "timbre.inference.checkpoint", "models/other",
                "timbre.inference.retry-interval", "1S",
                "timbre.inference.reclassify-per-second", "7",
                "timbre.inference.batch.max-segments", "16",
                "timbre.inference.batch.max-delay", "0.01S"));

        assertThat(config.checkpoint()).contains(Path.of("models/other"));
        assertThat(config.retryInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.reclassifyPerSecond()).isEqualTo(7);
        assertThat(config.batch().maxSegments()).isEqualTo(16);
        assertThat(config.batch().maxDelay()).isEqualTo(Duration.ofMillis(10));
    }

    private static InferenceConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(InferenceConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 0))
                .build()
                .getConfigMapping(InferenceConfig.class);
    }
}
