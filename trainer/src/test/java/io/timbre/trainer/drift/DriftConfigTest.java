package io.timbre.trainer.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftConfigTest {
    @Test
    void hasTheDefaultsThatTheReadmeNames() {
        assertThat(settings(Map.of()))
                .isEqualTo(new DriftSettings(
                        1000,
                        500,
                        100,
                        Duration.ofDays(1),
                        Duration.ofHours(1),
                        100,
                        Duration.ofDays(7),
                        100,
                        Duration.ofDays(30),
                        false,
                        Duration.ofDays(7)));
    }

    @Test
    void readsEveryKey() {
        assertThat(settings(Map.ofEntries(
                        Map.entry("timbre.drift.windows-between-false-alarms", "50"),
                        Map.entry("timbre.drift.count.tracks", "60"),
                        Map.entry("timbre.drift.count.advance", "20"),
                        Map.entry("timbre.drift.time.length", "6H"),
                        Map.entry("timbre.drift.time.grace", "5M"),
                        Map.entry("timbre.drift.time.min-tracks", "7"),
                        Map.entry("timbre.drift.remembered", "2D"),
                        Map.entry("timbre.drift.max-sources", "3"),
                        Map.entry("timbre.drift.forget-after", "4D"),
                        Map.entry("timbre.drift.retrain", "true"),
                        Map.entry("timbre.drift.cool-down", "1D"))))
                .isEqualTo(new DriftSettings(
                        50,
                        60,
                        20,
                        Duration.ofHours(6),
                        Duration.ofMinutes(5),
                        7,
                        Duration.ofDays(2),
                        3,
                        Duration.ofDays(4),
                        true,
                        Duration.ofDays(1)));
    }

    @Test
    void aWindowHoldsItsAdvanceAWholeNumberOfTimes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of("timbre.drift.count.advance", "300")))
                .withMessageContaining("300 and 500");
    }

    private static DriftSettings settings(Map<String, String> properties) {
        return DriftSettings.of(new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(DriftConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 0))
                .build()
                .getConfigMapping(DriftConfig.class));
    }
}
