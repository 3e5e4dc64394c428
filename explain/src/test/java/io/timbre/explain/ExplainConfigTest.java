package io.timbre.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainConfigTest {
    @Test
    void hasTheDefaultsThatTheReadmeNames() {
        var config = config(Map.of());

        assertThat(config.checkpoint()).isEmpty();
        assertThat(config.timeLimit()).isEqualTo(Duration.ofMinutes(3));
        assertThat(config.maxWaiting()).isEqualTo(100);
        assertThat(config.maxQuestionBytes()).isEqualTo(16_384);
        assertThat(config.publishTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.maxDuration()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.maxDecodeTime()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.decoderMemoryMib()).isEqualTo(512);
    }

    @Test
    void readsEveryKey() {
        var config = config(Map.of(
                "timbre.explain.checkpoint", "models/other",
                "timbre.explain.time-limit", "20S",
                "timbre.explain.max-waiting", "7",
                "timbre.explain.max-question-bytes", "100",
                "timbre.explain.publish-timeout", "4S",
                "timbre.explain.max-duration", "1M",
                "timbre.explain.max-decode-time", "5S",
                "timbre.explain.decoder-memory-mib", "256"));

        assertThat(config.checkpoint()).contains(Path.of("models/other"));
        assertThat(config.timeLimit()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.maxWaiting()).isEqualTo(7);
        assertThat(config.maxQuestionBytes()).isEqualTo(100);
        assertThat(config.publishTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.maxDuration()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.maxDecodeTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.decoderMemoryMib()).isEqualTo(256);
    }

    private static ExplainConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(ExplainConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 0))
                .build()
                .getConfigMapping(ExplainConfig.class);
    }
}
