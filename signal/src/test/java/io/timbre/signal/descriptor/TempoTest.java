package io.timbre.signal.descriptor;

import static io.timbre.signal.descriptor.DescriptorGolden.HOP_LENGTH;
import static io.timbre.signal.descriptor.DescriptorGolden.RATE_HZ;
import static io.timbre.signal.descriptor.DescriptorGolden.assertAgrees;
import static io.timbre.signal.descriptor.DescriptorGolden.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TempoTest {
    private final Tempo tempo = new Tempo(RATE_HZ, HOP_LENGTH);

    @Test
    void agreesWithLibrosa() {
        float[] strength = OnsetStrength.of(DescriptorGolden.melDecibels(DescriptorGolden.signal()), 2);

        assertAgrees(strength, read("onset-strength"), 1e-5);
        assertThat(tempo.beatsPerMinute(strength)).isCloseTo(read("tempo")[0], within(1e-4));
    }

    @Test
    void countsTheFramesBetweenStrokes() {
        // 43.066 frames a second: 22 frames are 117.45 a minute.
        assertThat(tempo.beatsPerMinute(strokes(22))).isCloseTo(117.45, within(0.01));
        assertThat(tempo.beatsPerMinute(strokes(17))).isCloseTo(152.00, within(0.01));
    }

    @Test
    void prefersTheTempoNearer120OfTwoThatFit() {
        // Strokes every 8 frames, 323 a minute, repeat every 16 (161.50) and 24 frames (107.67) too.
        assertThat(tempo.beatsPerMinute(strokes(8))).isCloseTo(107.67, within(0.01));
    }

    @Test
    void isZeroWithoutOnsets() {
        assertThat(tempo.beatsPerMinute(new float[1000])).isZero();
    }

    @Test
    void refusesNoOnsetsAndHopsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tempo.beatsPerMinute(new float[0]))
                .withMessage("onsetStrength must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tempo(RATE_HZ, 0))
                .withMessage("hopLength must be 1 to 22050: was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Tempo(RATE_HZ, RATE_HZ + 1));
    }

    private static float[] strokes(int period) {
        float[] strength = new float[1000];
        for (int frame = 0; frame < strength.length; frame += period) {
            strength[frame] = 1;
        }
        return strength;
    }
}
