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
        assertThat(loudness(0.5f, -0.5f).peakDbfs()).isCloseTo(-6.0206, within(1e-4));
        assertThat(loudness(1, -1, 0).peakDbfs()).isCloseTo(0, within(1e-9));
    }

    @Test
    void drawsTheLineOfSilenceAt60DbBelowFullScale() {
        // -60 dB is a thousandth.
        assertThat(loudness(0.00101f, -0.00101f).isSilent()).isFalse();
        assertThat(loudness(0.00099f, -0.00099f).isSilent()).isTrue();
        assertThat(loudness(0, 0, 0).isSilent()).isTrue();
        assertThat(loudness().isSilent()).isTrue();
    }

    @Test
    void hearsNoConstantOffset() {
        float[] offset = new float[1_000];
        Arrays.fill(offset, 1);

        assertThat(loudness(offset).isSilent()).isTrue();
    }

    @Test
    void knowsWhatIsNoNumber() {
        assertThat(loudness(0, 1, -32_768).isFinite()).isTrue();
        assertThat(loudness(0, Float.NaN).isFinite()).isFalse();
        assertThat(loudness(0, Float.NEGATIVE_INFINITY).isFinite()).isFalse();
        assertThat(loudness(0, 1e13f).isFinite()).isFalse();
    }

    private static Loudness loudness(float... samples) {
        return Loudness.of(new Audio(samples, 22_050));
    }
}
