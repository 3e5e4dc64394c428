package io.timbre.explain.counterfactual;

import io.timbre.explain.answer.Artifact;
import io.timbre.signal.picture.ColourScale;
import io.timbre.signal.picture.ColourTable;
import io.timbre.signal.picture.Look;
import io.timbre.signal.picture.PianoRollPicture;
import io.timbre.signal.score.Note;
import io.timbre.signal.score.Score;
import io.timbre.signal.score.Synthesizer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The notes that a model reads as people see and hear them.
 *
 * @param before in the order in which the model reads them
 * @param after the same notes, changed
 */
record NoteMaps(List<Note> before, List<Note> after) {

    private static final Look LOOK = Look.page().sized(1200, 420);
    private static final int SAMPLE_RATE_HZ = 22_050;

    Artifact original() {
        return velocities("original.png", "As it is: the notes that the model reads", before);
    }

    Artifact altered() {
        return velocities("altered.png", "Altered", after);
    }

    /** The notes where they are now, by how far each was moved. */
    Artifact delta() {
        var moved = new IdentityHashMap<Note, Integer>();
        IntStream.range(0, after.size())
                .forEach(i -> moved.put(
                        after.get(i), after.get(i).pitch() - before.get(i).pitch()));
        var score = score(after);
        var weights = new float[after.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = moved.getOrDefault(score.notes().get(i), 0);
        }
        var scale = ColourScale.signed("semitones", weights);
        return Artifact.png(
                "delta.png",
                new PianoRollPicture("What was changed: where notes are now", score, weights, scale).draw(LOOK));
    }

    private static Artifact velocities(String name, String title, List<Note> notes) {
        return Artifact.png(
                name,
                PianoRollPicture.ofVelocities(title, score(notes), ColourTable.VIRIDIS)
                        .draw(LOOK));
    }

    private static Score score(List<Note> notes) {
        return new Score(notes, end(notes));
    }

    /** A whole piece, all its instruments, as far as the notes go that the model reads. */
    Artifact sound(String name, Score piece) {
        double end = end(before);
        var heard =
                piece.notes().stream().filter(note -> note.endSeconds() <= end).toList();
        return Artifact.wav(name, new Synthesizer(SAMPLE_RATE_HZ).render(new Score(heard, end)));
    }

    private static double end(List<Note> notes) {
        return notes.stream().mapToDouble(Note::endSeconds).max().orElse(0);
    }
}
