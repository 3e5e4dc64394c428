package io.timbre.signal.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Audio;
import io.timbre.signal.frontend.Loudness;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.Test;

class SynthesizerTest {
    private static final int RATE_HZ = 22_050;

    private final Synthesizer synthesizer = new Synthesizer(RATE_HZ);

    @Test
    void playsTheTimeOfTheScoreAndLetsItRingOut() {
        Audio audio = synthesizer.render(Melody.compose(1, 3));

        assertThat(audio.durationSeconds()).isCloseTo(3 + Synthesizer.RELEASE_SECONDS, within(1e-3));
        assertThat(Loudness.of(audio).peakDbfs()).isBetween(-30.0, 0.0);
        assertThat(Loudness.of(audio).isFinite()).isTrue();
    }

    @Test
    void playsTheSameEveryTime() {
        float[] first = synthesizer.render(Melody.compose(2, 2)).samples();

        assertThat(synthesizer.render(Melody.compose(2, 2)).samples()).containsExactly(first);
        assertThat(synthesizer.render(Melody.compose(3, 2)).samples()).isNotEqualTo(first);
    }

    @Test
    void playsEachNoteAtItsTimeAndPitch() throws Exception {
        Audio audio = synthesizer.render(fluteFromOneToTwoSeconds());

        assertThat(Spectrum.amplitudeAt(440, audio, 0.5)).isLessThan(3e-5);
        double tone = Spectrum.amplitudeAt(440, audio, 1.2);
        assertThat(tone).isGreaterThan(1e-2);
        assertThat(Spectrum.amplitudeAt(415, audio, 1.2)).isLessThan(tone / 5);
        assertThat(Spectrum.amplitudeAt(466, audio, 1.2)).isLessThan(tone / 5);
    }

    @Test
    void playsAScoreAsTheSequenceThatItWasTakenFrom() throws Exception {
        Sequence sequence = fluteFromOneToTwoSeconds();

        assertThat(synthesizer.render(Score.of(sequence)).samples())
                .containsExactly(synthesizer.render(sequence).samples());
    }

    @Test
    void refusesScoresThatLastForHours() throws Exception {
        var sequence = new Sequence(Sequence.PPQ, 1);
        sequence.createTrack().add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 69, 100), 1_000_000));

        assertThatIllegalArgumentException().isThrownBy(() -> synthesizer.render(sequence));
    }

    /** A flute (program 73) plays A4, 440 Hz; 1000 ticks are a second. */
    private static Sequence fluteFromOneToTwoSeconds() throws Exception {
        var sequence = new Sequence(Sequence.PPQ, 500);
        Track track = sequence.createTrack();
        track.add(new MidiEvent(new ShortMessage(ShortMessage.PROGRAM_CHANGE, 0, 73, 0), 0));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 69, 100), 1000));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, 69, 0), 2000));
        return sequence;
    }
}
