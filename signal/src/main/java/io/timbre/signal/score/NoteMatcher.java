package io.timbre.signal.score;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import javax.sound.midi.ShortMessage;

/**
 * Joins note-on and note-off messages to notes. Overlapping notes of one track, channel and pitch end in the order in
 * which they began, which MIDI leaves open; a note-on of velocity 0 is a note-off, as MIDI has it.
 */
final class NoteMatcher {
    private record Key(int track, int channel, int pitch) {}

    private record Onset(double microseconds, int velocity, int program) {}

    private final Map<Key, Queue<Onset>> sounding = new HashMap<>();
    private final int[] programs = new int[16];
    private final List<Note> notes = new ArrayList<>();

    private NoteMatcher() {}

    /** Notes in the order of their ends. */
    static List<Note> notes(Timeline timeline) {
        var matcher = new NoteMatcher();
        for (Timeline.Entry entry : timeline.messages()) {
            if (entry.message() instanceof ShortMessage message) {
                matcher.accept(entry, message);
            }
        }
        return matcher.notes;
    }

    private void accept(Timeline.Entry entry, ShortMessage message) {
        var key = new Key(entry.track(), message.getChannel(), message.getData1());
        if (message.getCommand() == ShortMessage.PROGRAM_CHANGE) {
            programs[message.getChannel()] = message.getData1();
        } else if (startsNote(message)) {
            var onset = new Onset(entry.microseconds(), message.getData2(), programs[message.getChannel()]);
            sounding.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(onset);
        } else if (endsNote(message)) {
            release(key, entry.microseconds());
        }
    }

    private void release(Key key, double microseconds) {
        Queue<Onset> onsets = sounding.getOrDefault(key, new ArrayDeque<>());
        if (!onsets.isEmpty()) {
            Onset onset = onsets.remove();
            notes.add(new Note(
                    onset.microseconds / 1e6,
                    (microseconds - onset.microseconds) / 1e6,
                    key.pitch,
                    onset.velocity,
                    key.channel,
                    onset.program,
                    key.track));
        }
    }

    static boolean startsNote(ShortMessage message) {
        return message.getCommand() == ShortMessage.NOTE_ON && message.getData2() > 0;
    }

    static boolean endsNote(ShortMessage message) {
        return message.getCommand() == ShortMessage.NOTE_OFF
                || message.getCommand() == ShortMessage.NOTE_ON && message.getData2() == 0;
    }
}
