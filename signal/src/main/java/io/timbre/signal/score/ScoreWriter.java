package io.timbre.signal.score;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/**
 * Writes scores as MIDI files of type 1, 120 beats a minute, with ticks of 50 microseconds.
 *
 * <p>What {@link ScoreReader} reads back has the same notes with their times rounded to ticks. Only of two notes of one
 * track, channel and pitch, one of which lies within the other, the ends come back swapped: MIDI cannot say which of them
 * is released first.
 */
public final class ScoreWriter {
    /** Shortest time that is told apart: 50 microseconds. */
    public static final double TICK_SECONDS = 50e-6;

    private static final int TICKS_A_BEAT = 10_000;
    private static final int MULTI_TRACK = 1;
    private static final int CHANNELS = 16;

    private record Event(long tick, int track, ShortMessage message) {}

    private final int[] programs = new int[CHANNELS];
    private final List<Event> events = new ArrayList<>();

    private ScoreWriter() {}

    /** The bytes of a MIDI file. */
    public static byte[] write(Score score) {
        var bytes = new ByteArrayOutputStream();
        try {
            MidiSystem.write(sequence(score), MULTI_TRACK, bytes);
        } catch (IOException e) {
            throw new AssertionError("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /** The same as a sequence, which {@link Synthesizer} plays. */
    static Sequence sequence(Score score) {
        try {
            var writer = new ScoreWriter();
            for (Note note : inOrderOfWriting(score)) {
                writer.add(note);
            }
            return writer.sequence(ticks(score.durationSeconds()));
        } catch (InvalidMidiDataException e) {
            throw new AssertionError("every number of a note is a valid one", e);
        }
    }

    /** As they will be read: the program that a channel is set to depends on it. */
    private static List<Note> inOrderOfWriting(Score score) {
        return score.notes().stream()
                .sorted(Comparator.comparingLong((Note note) -> ticks(note.onsetSeconds()))
                        .thenComparingInt(Note::track))
                .toList();
    }

    private void add(Note note) throws InvalidMidiDataException {
        int channel = note.channel();
        long start = ticks(note.onsetSeconds());
        long end = ticks(note.endSeconds());
        if (programs[channel] != note.program()) {
            programs[channel] = note.program();
            add(note, start, new ShortMessage(ShortMessage.PROGRAM_CHANGE, channel, note.program(), 0));
        }
        add(note, start, new ShortMessage(ShortMessage.NOTE_ON, channel, note.pitch(), note.velocity()));
        add(note, end, new ShortMessage(ShortMessage.NOTE_OFF, channel, note.pitch(), 0));
    }

    private void add(Note note, long tick, ShortMessage message) {
        events.add(new Event(tick, note.track(), message));
    }

    private Sequence sequence(long endTick) throws InvalidMidiDataException {
        var sequence = new Sequence(Sequence.PPQ, TICKS_A_BEAT, 1 + lastTrack());
        Track[] tracks = sequence.getTracks();
        tracks[0].add(new MidiEvent(Tempo.message(Tempo.DEFAULT_MICROSECONDS), 0));
        // For speed: a track looks from its end for the place of each. Events of one tick keep their order, so that
        // what ends there, having begun before, does so before others begin.
        events.sort(Comparator.comparingLong(Event::tick));
        for (Event event : events) {
            tracks[event.track].add(new MidiEvent(event.message, event.tick));
        }
        tracks[0].add(new MidiEvent(new MetaMessage(TrackReader.END_OF_TRACK, new byte[0], 0), endTick));
        return sequence;
    }

    private int lastTrack() {
        return events.stream().mapToInt(Event::track).max().orElse(0);
    }

    private static long ticks(double seconds) {
        return Math.round(seconds / TICK_SECONDS);
    }
}
