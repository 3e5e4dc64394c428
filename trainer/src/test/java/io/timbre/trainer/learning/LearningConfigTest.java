package io.timbre.trainer.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearningConfigTest {
    @Test
    void hasTheDefaultsThatTheReadmeNames() {
        var config = config(Map.of());

        assertThat(LearningService.settings(config))
                .isEqualTo(new LearningSettings(new Shares(0.25, 0.15), new Bar(30, 10, 0.1, 10, false), 20, 2500, 10));
        assertThat(config.promotion()).isEqualTo(Promotion.AUTOMATIC);
        assertThat(config.checkpoint()).isEmpty();
        assertThat(config.state()).isEqualTo(Path.of(".timbre/state/training"));
        assertThat(config.publishTimeout()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void readsEveryKey() {
        var config = config(Map.ofEntries(
                Map.entry("timbre.trainer.min-new-labels", "3"),
                Map.entry("timbre.trainer.max-examples", "500"),
                Map.entry("timbre.trainer.test-share", "0.5"),
                Map.entry("timbre.trainer.validation-share", "0.2"),
                Map.entry("timbre.trainer.min-test-tracks", "6"),
                Map.entry("timbre.trainer.min-test-artists", "4"),
                Map.entry("timbre.trainer.max-recall-loss", "0.3"),
                Map.entry("timbre.trainer.min-genre-tracks", "2"),
                Map.entry("timbre.trainer.promote-untested", "true"),
                Map.entry("timbre.trainer.epochs", "7"),
                Map.entry("timbre.trainer.promotion", "by-hand"),
                Map.entry("timbre.trainer.checkpoint", "models/other"),
                Map.entry("timbre.trainer.state", "states"),
                Map.entry("timbre.trainer.publish-timeout", "4S")));

        assertThat(LearningService.settings(config))
                .isEqualTo(new LearningSettings(new Shares(0.5, 0.2), new Bar(6, 4, 0.3, 2, true), 3, 500, 7));
        assertThat(config.schedule()).isEqualTo("off");
        assertThat(config.promotion()).isEqualTo(Promotion.BY_HAND);
        assertThat(config.checkpoint()).contains(Path.of("models/other"));
        assertThat(config.state()).isEqualTo(Path.of("states"));
        assertThat(config.publishTimeout()).isEqualTo(Duration.ofSeconds(4));
    }

    /** The schedule has no default of its own: the scheduler reads it from the application's properties. */
    private static LearningConfig config(Map<String, String> properties) {
        var all = new HashMap<>(properties);
        all.put("timbre.trainer.schedule", "off");
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(LearningConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 0))
                .build()
                .getConfigMapping(LearningConfig.class);
    }
}
