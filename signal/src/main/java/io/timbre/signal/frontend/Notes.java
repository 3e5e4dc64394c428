package io.timbre.signal.frontend;

import io.timbre.signal.frontend.UnusableAudioException.Fault;
import io.timbre.signal.score.Note;
import io.timbre.signal.score.Score;
import java.util.Comparator;
import java.util.List;

/**
 * The first notes of a score in the order of their onsets, chords from the lowest note up: Stephen's {@code notes-100},
 * an array (100 notes, 1).
 *
 * <p>The numbers are raw: MIDI pitch, 0 to 127, not scaled. With timing, an array (100 notes, 3): pitch; step, the
 * seconds since the onset of the note before, 0 for the first; and duration in seconds. These are the columns of
 * TensorFlow's tutorial on generating music with an RNN, which takes them from {@code pretty_midi}.
 *
 * <p>Not the same as {@code pretty_midi} where it drops notes, those of no length and those that are never released, and
 * where two of one pitch overlap: it ends both at the first release, here each release ends one, see {@link Score}.
 */
public final class Notes implements ScoreFrontEnd {
    private static final int NUMBERS_VERSION = 1;

    private final NotesParameters parameters;

    public Notes(NotesParameters parameters) {
        this.parameters = parameters;
    }

    public static Notes standard() {
        return new Notes(NotesParameters.standard());
    }

    @Override
    public String name() {
        return "notes-" + parameters.notes();
    }

    @Override
    public NotesParameters parameters() {
        return parameters;
    }

    @Override
    public int numbersVersion() {
        return NUMBERS_VERSION;
    }

    @Override
    public Features transform(Score score) throws UnusableAudioException {
        List<Note> notes = heard(score);
        float[] values = new float[parameters.notes() * parameters.columns()];
        for (int row = 0; row < parameters.notes(); row++) {
            Note note = notes.get(row);
            int start = row * parameters.columns();
            values[start] = note.pitch();
            if (parameters.timing()) {
                Note before = notes.get(Math.max(0, row - 1));
                values[start + 1] = (float) (note.onsetSeconds() - before.onsetSeconds());
                values[start + 2] = (float) note.durationSeconds();
            }
        }
        return new Features(values, parameters.notes(), parameters.columns());
    }

    /**
     * The notes that {@link #transform} makes its rows of, in the order of the rows: those of the score itself.
     *
     * @throws UnusableAudioException if the score has too few notes
     */
    public List<Note> heard(Score score) throws UnusableAudioException {
        List<Note> notes = part(score.notes());
        if (notes.size() < parameters.notes()) {
            throw new UnusableAudioException(
                    Fault.TOO_SHORT, notes.size() + " notes, but " + parameters.notes() + " are wanted");
        }
        return notes.subList(0, parameters.notes());
    }

    private List<Note> part(List<Note> notes) {
        return switch (parameters.part()) {
            case ALL -> notes;
            case PITCHED -> notes.stream().filter(note -> !note.isPercussion()).toList();
            case FIRST_INSTRUMENT -> firstInstrument(notes);
        };
    }

    private static List<Note> firstInstrument(List<Note> notes) {
        return notes.stream()
                .min(Comparator.comparingInt(Note::track))
                .map(first ->
                        notes.stream().filter(note -> playsWith(first, note)).toList())
                .orElse(List.of());
    }

    private static boolean playsWith(Note first, Note note) {
        return note.track() == first.track() && note.channel() == first.channel() && note.program() == first.program();
    }
}
