package io.timbre.signal.descriptor;

import static io.timbre.signal.descriptor.DescriptorGolden.FFT_SIZE;
import static io.timbre.signal.descriptor.DescriptorGolden.HOP_LENGTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Signals;
import org.junit.jupiter.api.Test;

class RootMeanSquareTest {
    @Test
    void agreesWithLibrosa() {
        float[] values = RootMeanSquare.of(DescriptorGolden.signal(), FFT_SIZE, HOP_LENGTH);

        DescriptorGolden.assertAgrees(values, DescriptorGolden.read("root-mean-square"), 1e-6);
    }

    @Test
    void isTheAmplitudeOfASineOverTheRootOfTwo() {
        // 2048 samples hold 64 whole periods.
        float[] sine = Signals.sine(22_050 / 32.0, 0.5, 1, 22_050).samples();

        assertThat(RootMeanSquare.of(sine, FFT_SIZE, HOP_LENGTH)[20]).isCloseTo(0.35355f, within(1e-5f));
    }

    @Test
    void refusesFramesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RootMeanSquare.of(new float[10], 5, 2))
                .withMessage("frameLength must be even and >= 2: was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RootMeanSquare.of(new float[10], 4, 0))
                .withMessage("hopLength must be > 0: was 0");
    }
}
