package io.timbre.signal.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MelScaleTest {
    @Test
    void agreesWithLibrosa() {
        // librosa.hz_to_mel([0, 440, 1000, 4000, 11025]) and librosa.mel_to_hz([10, 30, 50]), librosa 0.11.
        assertThat(MelScale.fromHz(0)).isZero();
        assertThat(MelScale.fromHz(440)).isCloseTo(6.6, within(1e-9));
        assertThat(MelScale.fromHz(1000)).isCloseTo(15, within(1e-9));
        assertThat(MelScale.fromHz(4000)).isCloseTo(35.16376031, within(1e-7));
        assertThat(MelScale.fromHz(11_025)).isCloseTo(49.91059448, within(1e-7));
        assertThat(MelScale.toHz(10)).isCloseTo(666.6666667, within(1e-6));
        assertThat(MelScale.toHz(30)).isCloseTo(2804.644131, within(1e-5));
        assertThat(MelScale.toHz(50)).isCloseTo(11_092.97705, within(1e-4));
    }

    @Test
    void comesBackToTheSameFrequency() {
        for (double hz = 0; hz < 20_000; hz += 97) {
            assertThat(MelScale.toHz(MelScale.fromHz(hz))).isCloseTo(hz, within(1e-8));
        }
    }
}
