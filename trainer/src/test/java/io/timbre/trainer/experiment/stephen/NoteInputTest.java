package io.timbre.trainer.experiment.stephen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.MidiGenres;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoteInputTest {

    /** 60, then 67 half a second later for a second; silence of pitch 0 after them. */
    private static final float[] NOTES = notes(60, 0, 0.25f, 67, 0.5f, 1);

    @Test
    void givesRawPitches() {
        assertThat(told(NoteInput.PITCH)).hasSize(100).startsWith(60, 67, 0);
        assertThat(NoteInput.PITCH.shape()).isEqualTo(new Shape(100, 1));
    }

    @Test
    void givesTimesAsLogarithmsThatAChordCannotMakeInfinite() {
        // ln 0.02 = -3.912, ln 0.27 = -1.309, ln 0.52 = -0.654, ln 1.02 = 0.020
        assertThat(told(NoteInput.TIMED))
                .hasSize(300)
                .usingComparatorWithPrecision(1e-3f)
                .startsWith(60f, -3.912f, -1.309f, 67f, -0.654f, 0.020f);
    }

    @Test
    void givesIntervalAndPitchClass() {
        float[] told = told(NoteInput.DETAILED);

        assertThat(told).hasSize(1600);
        assertThat(told[3]).isZero();
        assertThat(told[4]).as("60 is a C").isOne();
        assertThat(told[16 + 3]).as("a fifth up").isCloseTo(7, within(0f));
        assertThat(told[16 + 4 + 7]).as("67 is a G").isOne();
    }

    private static float[] told(NoteInput input) {
        var example = Example.ofClass("a", NOTES, 0, 1, Map.of());
        var dataset = new Dataset("test", MidiGenres.NOTES, List.of("jazz"), List.of(example));
        return input.of(dataset).examples().getFirst().input();
    }

    private static float[] notes(float... first) {
        return Arrays.copyOf(first, 300);
    }
}
