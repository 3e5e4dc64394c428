package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.signal.Signals;
import org.junit.jupiter.api.Test;

class StftMagnitudeTest {
    private final StftMagnitude stft = StftMagnitude.standard();

    @Test
    void makesChoisArrayOfFourSeconds() {
        assertThat(stft.name()).isEqualTo("stft-257x173");
        assertThat(stft.segmentShape()).containsExactly(257, 173);
        assertThat(stft.segmentSeconds()).isEqualTo(4);
    }

    @Test
    void agreesWithLibrosa() {
        float[] values = stft.transform(FrontEndGolden.signal(44_100, 11_025).samples());

        float[] expected = FrontEndGolden.read("stft-257x173");
        double largest = Signals.largestDifference(expected, new float[expected.length], 0);
        assertThat(Signals.largestDifference(expected, FrontEndGolden.everyColumn(12, values, 173), 0))
                .isLessThan(1e-5 * largest);
    }

    @Test
    void isNeitherLogarithmicNorScaled() {
        // A sine of amplitude 1 in the middle of bin 40 gives half the sum of the window, 256 / 2.
        float[] values =
                stft.transform(Signals.sine(40 * 11_025 / 512.0, 1, 4, 11_025).samples());

        assertThat(values[40 * 173 + 80]).isBetween(127.99f, 128.01f);
    }

    @Test
    void refusesAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stft.transform(new float[44_099]))
                .withMessage("samples must be 44100: were 44099");
    }
}
