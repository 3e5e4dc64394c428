package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff backOff = new BackOff();

    @Test
    void waitsTwiceAsLongAfterEachShortLifeUpToHalfAMinute() {
        assertThat(Stream.generate(() -> backOff.after(Duration.ofSeconds(5))).limit(7))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void beginsAgainAfterALifeOfAMinute() {
        backOff.after(Duration.ZERO);
        backOff.after(Duration.ZERO);

        assertThat(backOff.after(Duration.ofMinutes(1))).hasSeconds(1);
        assertThat(backOff.after(Duration.ZERO)).hasSeconds(2);
    }
}
