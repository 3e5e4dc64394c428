package io.timbre.signal.descriptor;

import static io.timbre.signal.descriptor.DescriptorGolden.FFT_SIZE;
import static io.timbre.signal.descriptor.DescriptorGolden.HOP_LENGTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ZeroCrossingRateTest {
    @Test
    void agreesWithLibrosa() {
        float[] rates = ZeroCrossingRate.of(DescriptorGolden.signal(), FFT_SIZE, HOP_LENGTH);

        assertThat(rates).containsExactly(DescriptorGolden.read("zero-crossing-rate"));
    }

    @Test
    void countsChangesOfSignButNoneAtAFramesFirstSample() {
        // Frames of 4 around the samples 0, 2 and 4; the ends are held: + + (+ - | + + | + -)
        float[] rates = ZeroCrossingRate.of(new float[] {1, -1, 1, 1, 1, -1}, 4, 2);

        // + + + -; + - + +; + + + -; and half of a frame's samples beyond the end: + - - -
        assertThat(rates).containsExactly(0.25f, 0.5f, 0.25f, 0.25f);
    }

    @Test
    void takesZeroAndWhatIsAlmostZeroForPositive() {
        assertThat(ZeroCrossingRate.of(new float[] {1, 0, -1e-11f, 1}, 4, 4)).containsOnly(0);
        assertThat(ZeroCrossingRate.of(new float[] {1, 0, -1e-9f, 1}, 4, 2)).contains(0.5f);
    }

    @Test
    void refusesFramesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZeroCrossingRate.of(new float[10], 5, 2))
                .withMessage("frameLength must be even and >= 2: was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZeroCrossingRate.of(new float[10], 4, 0))
                .withMessage("hopLength must be > 0: was 0");
    }
}
