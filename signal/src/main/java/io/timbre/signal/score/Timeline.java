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
record Timeline(List<Entry> messages, long lengthMicroseconds) {
    record Entry(long microseconds, MidiMessage message) {}

    private static final int SET_TEMPO = 0x51;
    private static final int TEMPO_BYTES = 3;
    private static final double DEFAULT_TEMPO_MICROSECONDS = 500_000;

    static Timeline of(Sequence sequence) {
        if (sequence.getResolution() <= 0) {
            throw new IllegalArgumentException("ticks a beat must be > 0: was " + sequence.getResolution());
        }
        var messages = new ArrayList<Entry>();
        double microsecondsPerTick = initialMicrosecondsPerTick(sequence);
        double microseconds = 0;
        long tick = 0;
        for (MidiEvent event : inOrder(sequence)) {
            microseconds += (event.getTick() - tick) * microsecondsPerTick;
            tick = event.getTick();
            if (!(event.getMessage() instanceof MetaMessage meta)) {
                messages.add(new Entry((long) microseconds, event.getMessage()));
            } else if (isTempo(meta) && sequence.getDivisionType() == Sequence.PPQ) {
                microsecondsPerTick = tempoMicroseconds(meta) / sequence.getResolution();
            }
        }
        return new Timeline(List.copyOf(messages), (long) microseconds);
    }

    /** Events of one tick keep their order: a stable sort of what already is in order within each track. */
    private static List<MidiEvent> inOrder(Sequence sequence) {
        var events = new ArrayList<MidiEvent>();
        for (Track track : sequence.getTracks()) {
            for (int i = 0; i < track.size(); i++) {
                events.add(track.get(i));
            }
        }
        events.sort(Comparator.comparingLong(MidiEvent::getTick));
        return events;
    }

    private static double initialMicrosecondsPerTick(Sequence sequence) {
        return sequence.getDivisionType() == Sequence.PPQ
                ? DEFAULT_TEMPO_MICROSECONDS / sequence.getResolution()
                : 1e6 / (sequence.getDivisionType() * sequence.getResolution());
    }

    private static boolean isTempo(MetaMessage message) {
        return message.getType() == SET_TEMPO && message.getData().length == TEMPO_BYTES;
    }

    private static double tempoMicroseconds(MetaMessage tempo) {
        byte[] data = tempo.getData();
        return ((data[0] & 0xff) << 16) | ((data[1] & 0xff) << 8) | (data[2] & 0xff);
    }
}
