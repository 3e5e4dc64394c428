package io.timbre.explain.counterfactual;

import io.timbre.explain.subject.Piece;
import io.timbre.signal.frontend.UnusableAudioException;
import io.timbre.signal.score.Note;
import io.timbre.signal.score.Score;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes of the pitches of the notes that a model reads, semitones, rounded to keys that there are. A chord whose notes
 * change places is read in another order, which is why the score is made and read anew. The way back is taken as if
 * nothing were rounded.
 *
 * @param notes that the model reads, in their order
 */
record Keys(Piece piece, List<Note> notes) implements Terrain {

    private static final int HIGHEST = 127;

    static Keys of(Piece piece) {
        return new Keys(piece, piece.heard());
    }

    @Override
    public List<float[]> inputs(float[][] change) {
        return piece(score(change)).inputs();
    }

    @Override
    public float[][] slopes(float[][] change, List<float[]> inputs, float[][] slopes) {
        var altered = altered(change);
        var heard = piece(score(altered)).heard();
        var places = places(altered);
        int columns = columns();
        var slopesOfNotes = new float[notes.size()];
        for (int row = 0; row < heard.size(); row++) {
            int note = places.getOrDefault(heard.get(row), -1);
            if (note >= 0) {
                slopesOfNotes[note] = slopes[0][row * columns];
            }
        }
        return new float[][] {slopesOfNotes};
    }

    @Override
    public float[][] made(float[][] change) {
        var made = new float[notes.size()];
        for (int i = 0; i < made.length; i++) {
            made[i] = key(i, change[0][i]) - notes.get(i).pitch();
        }
        return new float[][] {made};
    }

    /** The whole piece with the change made. */
    Score score(float[][] change) {
        return score(altered(change));
    }

    /** The notes of {@link #notes}, in their order, with the change made. */
    List<Note> altered(float[][] change) {
        var altered = new ArrayList<Note>();
        for (int i = 0; i < notes.size(); i++) {
            altered.add(at(notes.get(i), key(i, change[0][i])));
        }
        return altered;
    }

    private Score score(List<Note> altered) {
        var places = places(notes);
        var all = piece.score().notes().stream()
                .map(note -> places.containsKey(note) ? altered.get(places.get(note)) : note)
                .toList();
        return new Score(all, piece.score().durationSeconds());
    }

    /** By identity: two notes of a file may be the same in all. */
    private static Map<Note, Integer> places(List<Note> notes) {
        var places = new IdentityHashMap<Note, Integer>();
        for (int i = 0; i < notes.size(); i++) {
            places.put(notes.get(i), i);
        }
        return places;
    }

    private int columns() {
        return piece.input().length / notes.size();
    }

    private int key(int note, float semitones) {
        return Math.clamp(Math.round(notes.get(note).pitch() + semitones), 0, HIGHEST);
    }

    private static Note at(Note note, int pitch) {
        return new Note(
                note.onsetSeconds(),
                note.durationSeconds(),
                pitch,
                note.velocity(),
                note.channel(),
                note.program(),
                note.track());
    }

    private Piece piece(Score altered) {
        try {
            return Piece.of(altered, piece.frontEnd());
        } catch (UnusableAudioException e) {
            throw new IllegalStateException("a piece has lost notes by changing them", e);
        }
    }
}
