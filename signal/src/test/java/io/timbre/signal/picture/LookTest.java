package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LookTest {
    @Test
    void refusesSizesThatCannotBeReadOrHeld() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Look.page().sized(100, 400))
                .withMessageContaining("was 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Look.page().sized(900, 10_000))
                .withMessageContaining("was 10000");
    }

    @Test
    void changesOneThingAtATime() {
        assertThat(Look.page().on(Theme.DARK)).isEqualTo(new Look(900, 420, Theme.DARK));
        assertThat(Look.page().on(Theme.DARK).sized(300, 200)).isEqualTo(new Look(300, 200, Theme.DARK));
    }
}
