package io.timbre.signal.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.signal.Audio;
import io.timbre.signal.Signals;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    @Test
    void saysTheNewRateOfASoundThatIsAsLong() {
        Audio raised = Resampling.toRate(Signals.sine(440, 0.5, 1, 22_050), 48_000);

        assertThat(raised.sampleRateHz()).isEqualTo(48_000);
        assertThat(raised.samples()).hasSize(48_000);
    }

    @Test
    void leavesASoundOfThatRateAlone() {
        Audio audio = Signals.sine(440, 0.5, 1, 22_050);

        assertThat(Resampling.toRate(audio, 22_050)).isSameAs(audio);
    }

    @Test
    void refusesRatesThatNoSoundHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Resampling.toRate(Signals.sine(1, 0.5, 1, 10), 22_050))
                .withMessage("fromHz must be 1000 to 768000: was 10");
    }
}
