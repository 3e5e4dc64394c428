package io.timbre.signal.score;

import java.util.List;

/**
 * The notes of a MIDI file.
 *
 * @param notes by onset, then by pitch
 * @param durationSeconds up to the last event of any kind
 */
public record Score(List<Note> notes, double durationSeconds) {
    public Score {
        notes = List.copyOf(notes);
    }
}
