package io.timbre.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.timbre.features.FeaturesConfig.DecoderPlace;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.IsolatedDecoder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeaturesConfigTest {
    @Test
    void hasTheDefaultsThatTheReadmeNames() {
        var config = config(Map.of());

        assertThat(config.maxDuration()).isEqualTo(Duration.ofMinutes(20));
        assertThat(config.maxDecodeTime()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.decoder()).isEqualTo(DecoderPlace.CHILD_PROCESS);
        assertThat(config.decoderMemoryMib()).isEqualTo(512);
    }

    @Test
    void readsEveryKey() {
        var config = config(Map.of(
                "timbre.features.max-duration", "1M",
                "timbre.features.max-decode-time", "2S",
                "timbre.features.decoder", "in-process",
                "timbre.features.decoder-memory-mib", "256"));

        assertThat(config.maxDuration()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.maxDecodeTime()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.decoder()).isEqualTo(DecoderPlace.IN_PROCESS);
        assertThat(config.decoderMemoryMib()).isEqualTo(256);
    }

    @Test
    void decodesWhereItIsTold() {
        assertThat(FeaturesService.decoder(config(Map.of()))).isInstanceOf(IsolatedDecoder.class);
        assertThat(FeaturesService.decoder(config(Map.of("timbre.features.decoder", "in-process"))))
                .isInstanceOf(AudioDecoder.class);
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
