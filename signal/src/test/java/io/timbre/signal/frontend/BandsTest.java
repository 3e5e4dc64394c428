package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Audio;
import io.timbre.signal.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandsTest {
    private static final int RATE_HZ = 44_100;

    private final Bands bands = Bands.standard();

    @Test
    void agreesWithScipy() {
        float[] values = bands.transform(FrontEndGolden.signal(132_300, RATE_HZ).samples());

        assertThat(Signals.largestDifference(FrontEndGolden.read("bands-12x29"), values, 0))
                .isLessThan(1e-6);
    }

    @ParameterizedTest
    @CsvSource({"1, 9", "2, 19", "3, 29", "5, 49", "10, 99"})
    void takesSegmentsOfAnyLength(double seconds, int frames) {
        // A frame of 200 ms every 100 ms: 10 a second, less one.
        var ofSeconds = new Bands(BandsParameters.ofSeconds(seconds));

        assertThat(ofSeconds.name()).isEqualTo("bands-12x" + frames);
        assertThat(ofSeconds.segmentShape()).containsExactly(12, frames);
        assertThat(ofSeconds.transform(new float[ofSeconds.segmentSamples()])).hasSize(12 * frames);
    }

    /** Of the low range each band is 62.5 Hz wide, of the middle 937.5 Hz, of the high 4512.5 Hz. */
    @ParameterizedTest
    @CsvSource({
        "60, 0",
        "65, 1",
        "245, 3",
        "250, 4",
        "1185, 4",
        "1190, 5",
        "3995, 7",
        "4000, 8",
        "8510, 8",
        "8515, 9",
        "22000, 11"
    })
    void putsAToneIntoItsBand(double hz, int band) {
        float[] values = bands.transform(Signals.sine(hz, 0.5, 3, RATE_HZ).samples());

        assertThat(values[band * 29 + 14]).isCloseTo(1, within(1e-3f));
    }

    @Test
    void keepsTheLargestBinOfABand() {
        // Two tones in one band, the second of 1 / 4 of the power of a third in another.
        float[] samples = new float[132_300];
        add(samples, Signals.sine(1_500, 0.1, 3, RATE_HZ));
        add(samples, Signals.sine(1_800, 0.2, 3, RATE_HZ));
        add(samples, Signals.sine(5_000, 0.4, 3, RATE_HZ));

        float[] values = bands.transform(samples);

        assertThat(values[5 * 29 + 14]).isCloseTo(0.25f, within(1e-4f));
        assertThat(values[8 * 29 + 14]).isCloseTo(1, within(1e-4f));
    }

    @Test
    void scalesLoudnessAway() {
        float[] loud = FrontEndGolden.signal(132_300, RATE_HZ).samples();
        float[] soft = loud.clone();
        for (int n = 0; n < soft.length; n++) {
            soft[n] /= 16;
        }

        assertThat(bands.transform(soft)).containsExactly(bands.transform(loud));
    }

    @Test
    void skipsTheEdgesOfASong() throws Exception {
        var segments = bands.segments(Signals.sine(440, 0.5, 130, RATE_HZ));

        assertThat(segments)
                .hasSize(16)
                .allSatisfy(segment -> assertThat(segment.startSeconds()).isBetween(30.0, 97.0));
    }

    @Test
    void refusesRangesWithoutABinForEachBand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BandsParameters(44_100, 8820, 4410, 19, 4000, 4, bands.segmentation()))
                .withMessage("midFromHz and highFromHz must leave each band 5.0 Hz: were 19.0 and 4000.0");
    }

    private static void add(float[] samples, Audio tone) {
        for (int n = 0; n < samples.length; n++) {
            samples[n] += tone.samples()[n];
        }
    }
}
