package io.timbre.signal.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Sequence;
import javax.sound.midi.Track;

/**
 * The messages of all tracks of a score in the order of time, tempo changes worked in.
 *
 * @param messages without meta messages
 * @param lengthMicroseconds up to the last event of any kind
 */
record Timeline(List<Entry> messages, double lengthMicroseconds) {
    record Entry(double microseconds, int track, MidiMessage message) {}

    private record Event(int track, MidiEvent event) {
        long tick() {
            return event.getTick();
        }
    }

    static Timeline of(Sequence sequence) {
        if (sequence.getResolution() <= 0) {
            throw new IllegalArgumentException("ticks a beat must be > 0: was " + sequence.getResolution());
        }
        var messages = new ArrayList<Entry>();
        double microsecondsPerTick = initialMicrosecondsPerTick(sequence);
        double tempoMicroseconds = 0;
        long tempoTick = 0;
        double microseconds = 0;
        for (Event event : inOrder(sequence)) {
            // From the last tempo change on, not from event to event: no error adds up over the events between.
            microseconds = tempoMicroseconds + (event.tick() - tempoTick) * microsecondsPerTick;
            MidiMessage message = event.event().getMessage();
            if (!(message instanceof MetaMessage meta)) {
                messages.add(new Entry(microseconds, event.track(), message));
            } else if (Tempo.isTempo(meta) && sequence.getDivisionType() == Sequence.PPQ) {
                microsecondsPerTick = (double) Tempo.microseconds(meta) / sequence.getResolution();
                tempoMicroseconds = microseconds;
                tempoTick = event.tick();
            }
        }
        return new Timeline(List.copyOf(messages), microseconds);
    }

    /** Events of one tick keep their order: a stable sort of what already is in order within each track. */
    private static List<Event> inOrder(Sequence sequence) {
        var events = new ArrayList<Event>();
        Track[] tracks = sequence.getTracks();
        for (int track = 0; track < tracks.length; track++) {
            for (int i = 0; i < tracks[track].size(); i++) {
                events.add(new Event(track, tracks[track].get(i)));
            }
        }
        events.sort(Comparator.comparingLong(Event::tick));
        return events;
    }

    private static double initialMicrosecondsPerTick(Sequence sequence) {
        return sequence.getDivisionType() == Sequence.PPQ
                ? (double) Tempo.DEFAULT_MICROSECONDS / sequence.getResolution()
                : 1e6 / (sequence.getDivisionType() * sequence.getResolution());
    }
}
