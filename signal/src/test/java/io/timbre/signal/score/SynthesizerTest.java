package io.timbre.signal.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Audio;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.codec.UndecodableException.Fault;
import io.timbre.signal.frontend.Loudness;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    @Test
    void givesUpOnScoresThatTakeTooLong() throws Exception {
        // A note every three milliseconds for a minute keeps all voices sounding: seconds of work, once it has begun.
        Sequence dense = notes(20_000, n -> 3 * n);

        assertTooSlow(() -> synthesizer.render(dense, Duration.ofMillis(250)));
        assertTooSlow(() -> synthesizer.render(Score.of(Melody.compose(1, 1)), Duration.ofNanos(1)));
    }

    @Test
    void rendersTheSameWithinATimeAsWithout() throws Exception {
        Sequence sequence = fluteFromOneToTwoSeconds();

        assertThat(synthesizer.render(sequence, Duration.ofHours(1)).samples())
                .containsExactly(synthesizer.render(sequence).samples());
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void takesManyNotesAtOneTime() throws Exception {
        // The synthesiser's own queue would take 100,000^2 / 2 steps, minutes, to find their messages places.
        Audio audio = synthesizer.render(notes(50_000, _ -> 0));

        assertThat(Loudness.of(audio).isFinite()).isTrue();
        assertThat(Loudness.of(audio).peakDbfs()).isGreaterThan(-30);
    }

    private static void assertTooSlow(ThrowingCallable rendering) {
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(rendering)
                .extracting(UndecodableException::fault)
                .isEqualTo(Fault.TOO_SLOW);
    }

    /** As many notes of a millisecond, each at the tick of its number; 1000 ticks are a second. */
    private static Sequence notes(int count, IntUnaryOperator tick) throws Exception {
        var sequence = new Sequence(Sequence.PPQ, 500);
        // On two tracks, each in the order of time: to any other a track adds slowly.
        Track onsets = sequence.createTrack();
        Track releases = sequence.createTrack();
        for (int n = 0; n < count; n++) {
            int pitch = 40 + n % 48;
            int at = tick.applyAsInt(n);
            onsets.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, pitch, 100), at));
            releases.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_OFF, 0, pitch, 0), at + 1));
        }
        return sequence;
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
