package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Audio;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LoudnessTest {
    @Test
    void measuresPeaksAgainstFullScale() {
        // 20 log10(0.5) = -6.02, 20 log10(1) = 0
        assertThat(Loudness.peakDbfs(sound(0.5f, -0.5f))).isCloseTo(-6.0206, within(1e-4));
        assertThat(Loudness.peakDbfs(sound(1, -1, 0))).isCloseTo(0, within(1e-9));
    }

    @Test
    void drawsTheLineOfSilenceAt60DbBelowFullScale() {
        // -60 dB is a thousandth.
        assertThat(Loudness.isSilent(sound(0.00101f, -0.00101f))).isFalse();
        assertThat(Loudness.isSilent(sound(0.00099f, -0.00099f))).isTrue();
        assertThat(Loudness.isSilent(sound(0, 0, 0))).isTrue();
        assertThat(Loudness.isSilent(sound())).isTrue();
    }

    @Test
    void hearsNoConstantOffset() {
        float[] offset = new float[1_000];
        Arrays.fill(offset, 1);

        assertThat(Loudness.isSilent(sound(offset))).isTrue();
    }

    @Test
    void knowsWhatIsNoNumber() {
        assertThat(Loudness.isFinite(sound(0, 1, -32_768))).isTrue();
        assertThat(Loudness.isFinite(sound(0, Float.NaN))).isFalse();
        assertThat(Loudness.isFinite(sound(0, Float.NEGATIVE_INFINITY))).isFalse();
        assertThat(Loudness.isFinite(sound(0, 1e13f))).isFalse();
    }

    private static Audio sound(float... samples) {
        return new Audio(samples, 22_050);
    }
}
