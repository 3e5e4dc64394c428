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
        assertThat(Loudness.peakDbfs(audio)).isBetween(-30.0, 0.0);
        assertThat(Loudness.isFinite(audio)).isTrue();
    }

    @Test
    void playsTheSameEveryTime() {
        float[] first = synthesizer.render(Melody.compose(2, 2)).samples();

        assertThat(synthesizer.render(Melody.compose(2, 2)).samples()).containsExactly(first);
        assertThat(synthesizer.render(Melody.compose(3, 2)).samples()).isNotEqualTo(first);
    }

    @Test
    void playsEachNoteAtItsTimeAndPitch() throws Exception {
        // A flute (program 73) plays A4, 440 Hz, from 1 s to 2 s.
        var sequence = new Sequence(Sequence.PPQ, 500);
        Track track = sequence.createTrack();
        track.add(new MidiEvent(new ShortMessage(ShortMessage.PROGRAM_CHANGE, 0, 73, 0), 0));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 69, 100), 1000));
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, 69, 0), 2000));

        float[] samples = synthesizer.render(sequence).samples();

        // Half a second each: 11,025 samples.
        assertThat(powerAt(440, samples, 11_025)).isLessThan(1e-9);
        double tone = powerAt(440, samples, RATE_HZ + 5_000);
        assertThat(tone).isGreaterThan(1e-4);
        assertThat(powerAt(415, samples, RATE_HZ + 5_000)).isLessThan(tone / 30);
        assertThat(powerAt(466, samples, RATE_HZ + 5_000)).isLessThan(tone / 30);
    }

    @Test
    void refusesScoresThatLastForHours() throws Exception {
        var sequence = new Sequence(Sequence.PPQ, 1);
        sequence.createTrack().add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, 69, 100), 1_000_000));

        assertThatIllegalArgumentException().isThrownBy(() -> synthesizer.render(sequence));
    }

    /** Squared amplitude of one frequency in the half second from {@code start} on. */
    private static double powerAt(double hz, float[] samples, int start) {
        double re = 0;
        double im = 0;
        int length = RATE_HZ / 2;
        for (int n = 0; n < length; n++) {
            double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / length);
            re += hann * samples[start + n] * Math.cos(2 * Math.PI * hz * n / RATE_HZ);
            im += hann * samples[start + n] * Math.sin(2 * Math.PI * hz * n / RATE_HZ);
        }
        return (re * re + im * im) / ((double) length * length);
    }
}
