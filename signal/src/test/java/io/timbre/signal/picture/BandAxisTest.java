package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandAxisTest {
    @Test
    void marksEveryTwoKilohertzOfAnFft() {
        // 2048 points at 22 050 Hz: 2000 Hz is bin 185.76, whose middle is half a bin higher.
        Axis axis = BandAxis.linear(1025, 22_050 / 2048.0).axis(338);
        assertThat(axis.title()).isEqualTo("frequency (Hz)");
        assertThat(labels(axis)).containsExactly("0", "2000", "4000", "6000", "8000", "10000");
        assertThat(axis.ticks().get(1).at()).isCloseTo((2000 * 2048 / 22_050.0 + 0.5) / 1025, within(1e-12));
    }

    @Test
    void marksRoundFrequenciesWhereTheBandsHaveThem() {
        // 500 Hz lies a sixth of the way from the third band to the fourth, 50 Hz at the lower edge of the first.
        Axis axis = BandAxis.at(new double[] {100, 200, 400, 1000}).axis(400);
        assertThat(labels(axis)).containsExactly("1000", "500", "200", "100", "50");
        assertThat(axis.ticks().get(0).at()).isEqualTo(3.5 / 4);
        assertThat(axis.ticks().get(1).at()).isCloseTo((2 + 1.0 / 6 + 0.5) / 4, within(1e-12));
        assertThat(axis.ticks().get(2).at()).isEqualTo(1.5 / 4);
        assertThat(axis.ticks().get(3).at()).isEqualTo(0.5 / 4);
        assertThat(axis.ticks().get(4).at()).isZero();
    }

    @Test
    void leavesOutFrequenciesThatWouldTouch() {
        assertThat(labels(BandAxis.at(new double[] {100, 200, 400, 1000}).axis(40)))
                .containsExactly("1000", "200");
    }

    @Test
    void namesNotes() {
        double[] twoOctavesFromC4 =
                IntStream.range(0, 25).mapToDouble(n -> NoteNames.hz(60 + n)).toArray();
        Axis axis = BandAxis.notes(twoOctavesFromC4).axis(100);
        assertThat(axis.title()).isEqualTo("note");
        assertThat(labels(axis)).containsExactly("C6", "C5", "C4");
        assertThat(axis.ticks().getLast().at()).isCloseTo(0.5 / 25, within(1e-9));
        assertThat(labels(BandAxis.notes(twoOctavesFromC4).axis(200))).contains("C5", "G4", "E4");
        assertThat(labels(BandAxis.notes(twoOctavesFromC4).axis(500))).contains("A#4", "A4");
    }

    @Test
    void numbersCoefficientsWholly() {
        assertThat(labels(BandAxis.numbered("coefficient", 3).axis(800))).containsExactly("0", "1", "2");
        assertThat(labels(BandAxis.numbered("coefficient", 1).axis(100))).containsExactly("0");
    }

    @Test
    void refusesBandsThatDoNotAscend() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BandAxis.at(new double[] {100, 100}))
                .withMessageContaining("band 1");
        assertThatIllegalArgumentException().isThrownBy(() -> BandAxis.at(new double[] {}));
        assertThatIllegalArgumentException().isThrownBy(() -> BandAxis.at(new double[] {Double.NaN}));
    }

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream().map(Tick::label).toList();
    }
}
