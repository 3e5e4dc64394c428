package io.timbre.signal.score;

import java.util.Comparator;
import java.util.List;
import javax.sound.midi.Sequence;

/**
 * The notes of a MIDI file, and nothing of how they are bent and mixed: no pitch bend, pedal or volume.
 *
 * @param notes by onset, then by pitch, channel and track, whatever the order they are given in
 * @param durationSeconds up to the last event of any kind
 */
public record Score(List<Note> notes, double durationSeconds) {
    private static final Comparator<Note> ORDER = Comparator.comparingDouble(Note::onsetSeconds)
            .thenComparingInt(Note::pitch)
            .thenComparingInt(Note::channel)
            .thenComparingInt(Note::track);

    public Score {
        if (!(durationSeconds >= 0) || Double.isInfinite(durationSeconds)) {
            throw new IllegalArgumentException("durationSeconds must be >= 0 and finite: was " + durationSeconds);
        }
        notes = notes.stream().sorted(ORDER).toList();
    }

    /**
     * The notes of a sequence. A release ends the longest sounding note of its track, channel and pitch, and a note that
     * is never released is left out; {@link ScoreReader} releases those at the end of their track.
     */
    public static Score of(Sequence sequence) {
        Timeline timeline = Timeline.of(sequence);
        return new Score(NoteMatcher.notes(timeline), timeline.lengthMicroseconds() / 1e6);
    }
}
