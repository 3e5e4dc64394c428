package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GetecBandsTest {
    private static final int RATE_HZ = 44_100;

    private final GetecBands bands = GetecBands.standard();

    /** A power within a rounding of a whole number may fall on either side of it: 1 / 401 of some thousands. */
    @Test
    void agreesWithItsStepsInScipy() {
        float[] values = bands.transform(FrontEndGolden.signal(132_300, RATE_HZ).samples());

        assertThat(Signals.largestDifference(FrontEndGolden.read("bands-11x29-getec"), values, 0))
                .isLessThan(1e-4);
    }

    @ParameterizedTest
    @CsvSource({"1, 9", "2, 19", "3, 29", "5, 49"})
    void takesSegmentsOfAnyLength(double seconds, int frames) {
        var ofSeconds = new GetecBands(GetecBandsParameters.ofSeconds(seconds));

        assertThat(ofSeconds.name()).isEqualTo("bands-11x" + frames + "-getec");
        assertThat(ofSeconds.segmentShape()).containsExactly(11, frames);
    }

    /**
     * A sine of amplitude A in the middle of a bin has the power A A / 2, of which the window leaves 1 / 4 in each bin
     * beside. 240: 28,800 and twice 7,200. 260: 33,800, which becomes -31,736, and twice 8,450: the band is below the
     * others, which are 0.
     */
    @Test
    void wrapsRoundWhereSixteenBitsEnd() {
        float[] below =
                bands.transform(Signals.sine(5_000, 240 / 32_768.0, 3, RATE_HZ).samples());
        float[] beyond =
                bands.transform(Signals.sine(5_000, 260 / 32_768.0, 3, RATE_HZ).samples());

        // 5,000 Hz is bin 1000, in band 1000 / 401 = 2.
        assertThat(below[2 * 29 + 14]).isCloseTo(1, within(0.01f));
        assertThat(beyond[2 * 29 + 14]).isCloseTo(0, within(0.01f));
    }

    @Test
    void givesZerosWhereNothingDiffers() {
        // All powers are below 1, and cut to 0.
        assertThat(bands.transform(Signals.sine(5_000, 1 / 32_768.0, 3, RATE_HZ).samples()))
                .containsOnly(0);
    }
}
