package io.timbre.signal.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Audio;
import io.timbre.signal.frontend.Loudness;
import io.timbre.signal.score.ModelSignal.Chord;
import io.timbre.signal.score.ModelSignal.Instrument;
import io.timbre.signal.score.ModelSignal.Key;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ModelSignalTest {
    private static final int RATE_HZ = 11_025;

    @Test
    void are224WithNamesOfTheirOwn() {
        assertThat(ModelSignal.all()).hasSize(7 * 8 * 4);
        assertThat(ModelSignal.all()).extracting(ModelSignal::name).doesNotHaveDuplicates();
        assertThat(ModelSignal.all().getFirst().name()).isEqualTo("sine.intervals.e-flat-2");
    }

    @Test
    void stackTheirChordOnTheirKey() {
        // G4 is seven semitones above C4, which is 60.
        assertThat(new ModelSignal(Instrument.PIANO, Chord.DOMINANT_SEVENTH, Key.G_4).pitches())
                .containsExactly(67, 71, 74, 77);
    }

    @Test
    void lastFourSecondsAndCanBeHeard() {
        for (Instrument instrument : Instrument.values()) {
            Audio audio = new ModelSignal(instrument, Chord.MAJOR, Key.E_FLAT_2).render(RATE_HZ);

            assertThat(audio.samples()).as("%s", instrument).hasSize(4 * RATE_HZ);
            assertThat(Loudness.of(audio).peakDbfs()).as("%s", instrument).isBetween(-30.0, 0.0);
        }
    }

    @Test
    void areTheSameEveryTime() {
        var signal = new ModelSignal(Instrument.SAXOPHONE, Chord.MINOR, Key.A_3);

        assertThat(signal.render(RATE_HZ).samples())
                .containsExactly(signal.render(RATE_HZ).samples());
    }

    @Test
    void soundTheNotesOfTheirChordAndNoOthers() {
        // A3 is 220 Hz; its minor third is 220 * 2^(3/12) = 261.6 Hz, the major third 277.2 Hz.
        Audio minor = new ModelSignal(Instrument.SINE, Chord.MINOR, Key.A_3).render(RATE_HZ);

        // Three sines share an amplitude of 0.5: 1/6 each, half of it at either side of the spectrum, under Hann half
        // again.
        assertThat(Spectrum.amplitudeAt(220, minor, 1)).isCloseTo(1 / 24.0, within(1e-4));
        assertThat(Spectrum.amplitudeAt(220 * Math.pow(2, 3 / 12.0), minor, 1)).isCloseTo(1 / 24.0, within(1e-4));
        assertThat(Spectrum.amplitudeAt(220 * Math.pow(2, 4 / 12.0), minor, 1)).isLessThan(1e-4);
    }

    @Test
    void soundEachInstrumentInTune() {
        for (Instrument instrument : Instrument.values()) {
            Audio audio = new ModelSignal(instrument, Chord.MAJOR, Key.A_3).render(RATE_HZ);

            // Fundamental or octave, against a quarter tone beside them.
            double inTune = Spectrum.amplitudeAt(220, audio, 1) + Spectrum.amplitudeAt(440, audio, 1);
            double beside = Spectrum.amplitudeAt(226.4, audio, 1) + Spectrum.amplitudeAt(452.9, audio, 1);
            assertThat(inTune).as("%s", instrument).isGreaterThan(5 * beside);
        }
    }

    @Test
    void fallSilentAtTheEnd() {
        float[] sine = new ModelSignal(Instrument.SINE, Chord.MAJOR, Key.A_3)
                .render(RATE_HZ)
                .samples();

        assertThat(Arrays.copyOfRange(sine, 3 * RATE_HZ, 4 * RATE_HZ)).containsOnly(0);
    }
}
