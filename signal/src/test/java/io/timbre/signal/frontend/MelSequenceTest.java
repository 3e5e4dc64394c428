package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.signal.Audio;
import io.timbre.signal.Signals;
import io.timbre.signal.frontend.UnusableAudioException.Fault;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MelSequenceTest {
    private final MelSequence mel = MelSequence.standard();

    @Test
    void agreesWithLibrosa() throws Exception {
        Features features = mel.transform(FrontEndGolden.signal(22_050, 22_050));

        assertThat(features.shape()).containsExactly(44, 128);
        assertThat(Signals.largestDifference(FrontEndGolden.read("mel"), features.values(), 0))
                .isLessThan(1e-3);
    }

    @Test
    void keepsTheFirst174FramesForLee() throws Exception {
        // 5 s are 1 + 110,250 / 512 = 216 frames.
        Audio audio = FrontEndGolden.signal(110_250, 22_050);

        Features all = mel.transform(audio);
        Features first = new MelSequence(MelSequenceParameters.lee()).transform(audio);

        assertThat(all.shape()).containsExactly(216, 128);
        assertThat(first.shape()).containsExactly(174, 128);
        assertThat(first.values()).containsExactly(Arrays.copyOf(all.values(), 174 * 128));
    }

    @Test
    void keepsAllFramesOfATrackThatHasFewer() throws Exception {
        Features features =
                new MelSequence(MelSequenceParameters.lee()).transform(FrontEndGolden.signal(22_050, 22_050));

        assertThat(features.shape()).containsExactly(44, 128);
    }

    @Test
    void refusesWhatItCannotUse() {
        assertThatExceptionOfType(UnusableAudioException.class)
                .isThrownBy(() -> mel.transform(new Audio(new float[22_050], 22_050)))
                .returns(Fault.SILENT, UnusableAudioException::fault);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mel.transform(Signals.sine(440, 0.5, 1, 44_100)))
                .withMessage("sampleRateHz must be 22050: was 44100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MelSequenceParameters(22_050, 2048, 512, 128, 80, OptionalInt.of(0)))
                .withMessage("maxFrames must be > 0: was 0");
    }
}
