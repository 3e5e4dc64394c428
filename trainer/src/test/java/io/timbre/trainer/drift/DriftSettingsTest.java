package io.timbre.trainer.drift;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DriftSettingsTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void settingsThatNoWatchCanHaveAreRefusedByTheirKey() {
        refused("windows-between-false-alarms", 5, 100, DAY, 20, DAY, 1);
        refused("count.tracks", 100, 0, DAY, 20, DAY, 1);
        refused("time.grace", 100, 100, DAY.negated(), 20, DAY, 1);
        refused("time.min-tracks", 100, 100, DAY, 0, DAY, 1);
        refused("remembered", 100, 100, DAY, 20, Duration.ZERO, 1);
        refused("max-sources", 100, 100, DAY, 20, DAY, 0);
    }

    private static void refused(
            String key,
            double windows,
            int tracks,
            Duration grace,
            int minTracks,
            Duration remembered,
            int maxSources) {
        assertThatThrownBy(() -> new DriftSettings(
                        windows, tracks, 20, DAY, grace, minTracks, remembered, maxSources, DAY, false, DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("timbre.drift." + key);
    }
}
