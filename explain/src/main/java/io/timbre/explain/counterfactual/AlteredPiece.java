package io.timbre.explain.counterfactual;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Artifact;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.counterfactual.Found.Wording;
import io.timbre.explain.counterfactual.Search.Pace;
import io.timbre.explain.subject.Piece;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.frontend.UnusableAudioException;
import io.timbre.signal.score.ScoreLimits;
import io.timbre.signal.score.ScoreReader;
import io.timbre.signal.score.ScoreWriter;
import java.util.List;
import java.util.Optional;

/**
 * A piece whose pitches were changed until its label flipped, first as numbers and then, if it takes more, until the flip
 * holds with keys that can be played.
 *
 * @param change as it was left by the search, semitones a note
 * @param file the altered piece, MIDI
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
record AlteredPiece(Keys keys, float[][] change, byte[] file, Found found) {

    /** Two octaves at most. */
    private static final Pace PACE = new Pace(0.2, 24, 0.01, 150);

    /** What is less is no other key. */
    private static final double NOTICED_SEMITONES = 0.5;

    private static final Wording WORDING = new Wording("semitones", "MIDI", "notes that are read");

    static AlteredPiece of(Piece piece, Aim aim, Standing before, Progress progress) {
        var keys = Keys.of(piece);
        var pitches = new Pitches(piece, keys.notes().size());
        var search = new Search(aim, PACE, 1, keys.notes().size());
        boolean flips = search.run(pitches, change -> true, progress.part(0, 0.4));
        int inputSteps = search.iterations();
        var input = Standing.of(aim.model(), pitches.inputs(search.change()));
        if (flips) {
            search.run(
                    keys, change -> fromFile(aim, piece, file(keys, change)).is(aim.genre()), progress.part(0.4, 0.8));
        }
        var file = file(keys, search.change());
        var found = new Found(
                aim,
                before,
                input,
                inputSteps,
                Optional.of(fromFile(aim, piece, file)),
                search.iterations(),
                Size.of(keys.made(search.change()), NOTICED_SEMITONES),
                RandomChanges.flips(aim, keys, search.change()),
                WORDING);
        progress.at(0.9);
        return new AlteredPiece(keys, search.change(), file, found);
    }

    private static byte[] file(Keys keys, float[][] change) {
        return ScoreWriter.write(keys.score(change));
    }

    private static Standing fromFile(Aim aim, Piece piece, byte[] file) {
        try {
            var score = new ScoreReader(ScoreLimits.standard()).read(file);
            return Standing.of(aim.model(), Piece.of(score, piece.frontEnd()).inputs());
        } catch (UndecodableException | UnusableAudioException e) {
            throw new IllegalStateException("a MIDI file of our own cannot be read", e);
        }
    }

    Answer answer() {
        var maps = new NoteMaps(keys.notes(), keys.altered(change));
        return new Answer(
                found.words(),
                found.findings(),
                found.quality(),
                List.of(
                        maps.original(),
                        maps.altered(),
                        maps.delta(),
                        Artifact.midi("altered.mid", file),
                        maps.sound("original.wav", keys.piece().score()),
                        maps.sound("altered.wav", keys.score(change))));
    }
}
