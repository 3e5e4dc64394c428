package io.timbre.signal.spectrum;

import static io.timbre.signal.Golden.largestDifference;
import static io.timbre.signal.Golden.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DecibelsTest {
    @Test
    void agreesWithLibrosaBelowTheLoudest() {
        Spectrogram power = new Spectrogram(read("spectrum/mel-power"), 128, 9);

        float[] values = Decibels.belowLoudest(30).of(power).values();

        assertThat(largestDifference(values, read("spectrum/mel-db-below-loudest")))
                .isLessThan(1e-4);
    }

    @Test
    void areTenALogarithmToBaseTen() {
        assertThat(decibels(Decibels.absolute(), 1, 10, 100, 0.5f))
                .containsExactly(new float[] {0, 10, 20, -3.0103f}, within(1e-5f));
    }

    @Test
    void raiseWhatIsTooQuietForALogarithm() {
        assertThat(decibels(Decibels.absolute(), 0, 1e-20f)).containsExactly(-100, -100);
        assertThat(decibels(Decibels.absolute().withMinPower(1e-4), 0, 1)).containsExactly(-40, 0);
    }

    @Test
    void cutBelowTheLoudestWhateverTheReference() {
        assertThat(decibels(Decibels.absolute().withRange(30), 1e4f, 1)).containsExactly(40, 10);
        assertThat(decibels(new Decibels(OptionalDouble.of(100), 1e-10, OptionalDouble.of(30)), 1e4f, 1))
                .containsExactly(20, -10);
        assertThat(decibels(Decibels.belowLoudest(30), 1e4f, 1)).containsExactly(0, -30);
    }

    @Test
    void areZeroThroughoutSilenceBelowItsLoudest() {
        assertThat(decibels(Decibels.belowLoudest(80), 0, 0)).containsExactly(0, 0);
    }

    @Test
    void refuseWhatHasNoLogarithm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decibels.absolute().withMinPower(0))
                .withMessage("minPower must be at least 1.1754944E-38: was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decibels.belowLoudest(-1))
                .withMessage("rangeDb must be >= 0: was -1.0");
    }

    @Test
    void refuseWhatIsNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decibels(Decibels.absolute(), 1, Float.NaN, 2))
                .withMessage("powers must be finite: one was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decibels(Decibels.absolute(), 1, Float.POSITIVE_INFINITY))
                .withMessage("powers must be finite: one was Infinity");
    }

    private static float[] decibels(Decibels decibels, float... powers) {
        return decibels.of(new Spectrogram(powers, 1, powers.length)).values();
    }
}
