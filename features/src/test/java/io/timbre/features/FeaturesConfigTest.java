package io.timbre.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeaturesConfigTest {
    @Test
    void hasTheDefaultsThatTheReadmeNames() {
        var config = config(Map.of());

        assertThat(config.maxDuration()).isEqualTo(Duration.ofMinutes(20));
        assertThat(config.maxDecodeTime()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void readsEveryKey() {
        var config = config(Map.of("timbre.features.max-duration", "1M", "timbre.features.max-decode-time", "2S"));

        assertThat(config.maxDuration()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.maxDecodeTime()).isEqualTo(Duration.ofSeconds(2));
    }

    private static FeaturesConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(FeaturesConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 0))
                .build()
                .getConfigMapping(FeaturesConfig.class);
    }
}
