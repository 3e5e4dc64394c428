package io.timbre.signal.spectrum;

import static io.timbre.signal.spectrum.MelScale.HTK;
import static io.timbre.signal.spectrum.MelScale.SLANEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MelScaleTest {
    @Test
    void agreesWithLibrosa() {
        // librosa.hz_to_mel([0, 440, 1000, 4000, 11025]) and librosa.mel_to_hz([10, 30, 50]), librosa 0.11.
        assertThat(SLANEY.fromHz(0)).isZero();
        assertThat(SLANEY.fromHz(440)).isCloseTo(6.6, within(1e-9));
        assertThat(SLANEY.fromHz(1000)).isCloseTo(15, within(1e-9));
        assertThat(SLANEY.fromHz(4000)).isCloseTo(35.16376031, within(1e-7));
        assertThat(SLANEY.fromHz(11_025)).isCloseTo(49.91059448, within(1e-7));
        assertThat(SLANEY.toHz(10)).isCloseTo(666.6666667, within(1e-6));
        assertThat(SLANEY.toHz(30)).isCloseTo(2804.644131, within(1e-5));
        assertThat(SLANEY.toHz(50)).isCloseTo(11_092.97705, within(1e-4));
    }

    @Test
    void agreesWithLibrosaOnHtksScale() {
        // librosa.hz_to_mel([0, 440, 1000, 4000, 11025], htk=True)
        assertThat(HTK.fromHz(0)).isZero();
        assertThat(HTK.fromHz(440)).isCloseTo(549.6386753811, within(1e-7));
        assertThat(HTK.fromHz(1000)).isCloseTo(999.9855371396, within(1e-7));
        assertThat(HTK.fromHz(4000)).isCloseTo(2146.0645275062, within(1e-7));
        assertThat(HTK.fromHz(11_025)).isCloseTo(3176.3184355126, within(1e-7));
    }

    @ParameterizedTest
    @EnumSource
    void comesBackToTheSameFrequency(MelScale scale) {
        for (double hz = 0; hz < 20_000; hz += 97) {
            assertThat(scale.toHz(scale.fromHz(hz))).isCloseTo(hz, within(1e-8));
        }
    }
}
