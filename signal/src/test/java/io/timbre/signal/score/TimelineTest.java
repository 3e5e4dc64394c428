package io.timbre.signal.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import org.junit.jupiter.api.Test;

class TimelineTest {
    @Test
    void mergesTheTracksInTheOrderOfTime() throws Exception {
        var sequence = new Sequence(Sequence.PPQ, 100);
        note(sequence.createTrack(), 60, 200);
        note(sequence.createTrack(), 61, 100);

        // 120 beats a minute unless told otherwise: 100 ticks are half a second.
        assertThat(onsets(Timeline.of(sequence))).containsExactly("61 at 500000", "60 at 1000000");
    }

    @Test
    void keepsTheOrderOfTheTracksAtOneTick() throws Exception {
        var sequence = new Sequence(Sequence.PPQ, 100);
        note(sequence.createTrack(), 61, 100);
        note(sequence.createTrack(), 60, 100);

        assertThat(onsets(Timeline.of(sequence))).containsExactly("61 at 500000", "60 at 500000");
    }

    @Test
    void addsNoRoundingUpFromEventToEvent() throws Exception {
        var sequence = new Sequence(Sequence.PPQ, 7);
        Track track = sequence.createTrack();
        for (int tick = 0; tick <= 10_000; tick++) {
            note(track, 60, tick);
        }

        assertThat(Timeline.of(sequence).lengthMicroseconds()).isEqualTo(10_000 * (500_000 / 7.0));
    }

    @Test
    void followsChangesOfTempo() throws Exception {
        var sequence = new Sequence(Sequence.PPQ, 100);
        Track track = sequence.createTrack();
        // 60 beats a minute from the second beat on: 1,000,000 us, 0x0f4240.
        track.add(new MidiEvent(new MetaMessage(0x51, new byte[] {0x0f, 0x42, 0x40}, 3), 100));
        note(track, 60, 300);

        Timeline timeline = Timeline.of(sequence);

        assertThat(onsets(timeline)).containsExactly("60 at 2500000");
        assertThat(timeline.lengthMicroseconds()).isEqualTo(2_500_000);
    }

    @Test
    void countsFramesWhereTheScoreDoes() throws Exception {
        // 25 frames a second of 40 ticks: 1 ms a tick, and tempo has no say.
        var sequence = new Sequence(Sequence.SMPTE_25, 40);
        Track track = sequence.createTrack();
        track.add(new MidiEvent(new MetaMessage(0x51, new byte[] {0x0f, 0x42, 0x40}, 3), 0));
        note(track, 60, 1500);

        assertThat(onsets(Timeline.of(sequence))).containsExactly("60 at 1500000");
    }

    private static void note(Track track, int pitch, long tick) throws Exception {
        track.add(new MidiEvent(new ShortMessage(ShortMessage.NOTE_ON, 0, pitch, 90), tick));
    }

    private static List<String> onsets(Timeline timeline) {
        return timeline.messages().stream()
                .map(entry -> ((ShortMessage) entry.message()).getData1() + " at " + (long) entry.microseconds())
                .toList();
    }
}
