package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Audio;
import io.timbre.signal.Signals;
import io.timbre.signal.frontend.UnusableAudioException.Fault;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinearSpectrogramTest {
    private static final int RATE_HZ = 22_050;

    private final LinearSpectrogram linear = LinearSpectrogram.standard();

    /** The straight lines between its greens are off by 1 at most; averages of pixels by less. */
    @Test
    void agreesWithScipyAndMatplotlibsColours() throws Exception {
        Features features = linear.transform(FrontEndGolden.signal(220_500, RATE_HZ));

        assertThat(features.shape()).containsExactly(128, 248);
        assertThat(Signals.largestDifference(
                        FrontEndGolden.read("linear-128x248"),
                        FrontEndGolden.everyColumn(16, features.values(), 248),
                        0))
                .isLessThan(1.5);
    }

    @Test
    void hasTheHighestFrequencyInItsFirstRow() throws Exception {
        // 86.13 Hz a row: 2000 Hz is row 23 from below, 104 from above.
        float[] values = linear.transform(Signals.sine(2_000, 0.5, 10, RATE_HZ)).values();

        int loudest = 0;
        for (int row = 0; row < 128; row++) {
            loudest = values[row * 248 + 100] > values[loudest * 248 + 100] ? row : loudest;
        }
        assertThat(loudest).isEqualTo(104);
    }

    @Test
    void holdsAnyLengthInOnePicture() throws Exception {
        for (int samples : new int[] {480, 5_000, 1_000_000}) {
            Features features = linear.transform(FrontEndGolden.signal(samples, RATE_HZ));
            assertThat(features.shape()).containsExactly(128, 248);
            for (float value : features.values()) {
                assertThat(value).isBetween(1f, 231f);
            }
        }
    }

    @Test
    void isScaledByTheTrack() throws Exception {
        float[] soft = SixteenBits.of(FrontEndGolden.signal(50_000, RATE_HZ).samples());
        float[] loud = new float[soft.length];
        for (int n = 0; n < soft.length; n++) {
            // Both whole in 16 bits, so that rounding changes neither.
            soft[n] = (float) (Math.rint(soft[n] / 2) / 32_768);
            loud[n] = 2 * soft[n];
        }

        float[] loudValues = linear.transform(new Audio(loud, RATE_HZ)).values();
        float[] softValues = linear.transform(new Audio(soft, RATE_HZ)).values();

        assertThat(Signals.largestDifference(loudValues, softValues, 0)).isLessThan(1e-3);
    }

    @Test
    void leavesSilenceDarkAndOutOfTheScale() throws Exception {
        Audio sound = FrontEndGolden.signal(220_500, RATE_HZ);
        float[] withPause = sound.samples().clone();
        Arrays.fill(withPause, 90_000, 130_000, 0);

        float[] values = linear.transform(sound).values();
        float[] paused = linear.transform(new Audio(withPause, RATE_HZ)).values();

        for (int row = 0; row < 128; row++) {
            // The pause is columns 101.2 to 146.2.
            assertThat(paused[row * 248 + 120]).isEqualTo(1);
            assertThat(paused[row * 248 + 20]).isCloseTo(values[row * 248 + 20], within(12f));
        }
    }

    @Test
    void refusesWhatHoldsNoTwoFrames() {
        assertThatExceptionOfType(UnusableAudioException.class)
                .isThrownBy(() -> linear.transform(FrontEndGolden.signal(479, RATE_HZ)))
                .withMessage("479 samples, but two frames take 480")
                .returns(Fault.TOO_SHORT, UnusableAudioException::fault);
    }
}
