package io.timbre.explain.subject;

import io.timbre.signal.frontend.Notes;
import io.timbre.signal.frontend.UnusableAudioException;
import io.timbre.signal.score.Note;
import io.timbre.signal.score.Score;
import java.util.List;

/**
 * A score.
 *
 * @param input what the front end made of it, row-major
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
public record Piece(Score score, Notes frontEnd, float[] input) implements Subject {

    /** @throws UnusableAudioException if the score has too few notes */
    public static Piece of(Score score, Notes frontEnd) throws UnusableAudioException {
        return new Piece(score, frontEnd, frontEnd.transform(score).values());
    }

    /** The notes that the front end made its rows of, in their order. */
    public List<Note> heard() {
        try {
            return frontEnd.heard(score);
        } catch (UnusableAudioException e) {
            throw new IllegalStateException("a piece that was transformed has its notes", e);
        }
    }

    @Override
    public List<float[]> inputs() {
        return List.of(input);
    }
}
