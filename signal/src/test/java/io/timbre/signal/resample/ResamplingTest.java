package io.timbre.signal.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.signal.Audio;
import io.timbre.signal.Signals;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    @Test
    void keepsAToneItsLengthAndItsTime() {
        Audio raised = Resampling.toRate(Signals.sine(1_000, 0.5, 2, 22_050), 48_000);

        float[] expected = Signals.sine(1_000, 0.5, 2, 48_000).samples();
        assertThat(Signals.largestDifference(expected, raised.samples(), 2_000)).isLessThan(1e-4);
    }

    @Test
    void addsNoImagesWhenItRaisesTheRate() {
        // An image of the tone would stand at 22,050 - 10,000 = 12,050 Hz.
        Audio raised = Resampling.toRate(Signals.sine(10_000, 0.5, 2, 22_050), 44_100);
        float[] expected = Signals.sine(10_000, 0.5, 2, 44_100).samples();

        // 0.1 dB of the tone itself at the edge of the pass band.
        assertThat(Signals.largestDifference(expected, raised.samples(), 2_000)).isLessThan(6e-3);
    }

    @Test
    void dropsWhatTheLowerRateCannotHold() {
        Audio lowered = Resampling.toRate(Signals.sine(11_300, 0.5, 1, 44_100), 22_050);

        assertThat(Signals.steadyPeakDb(lowered)).isLessThan(-110);
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
