package io.timbre.explain.evidence;

import io.timbre.explain.evidence.Span.StepTime;
import io.timbre.explain.subject.Piece;
import io.timbre.signal.Audio;
import io.timbre.signal.score.Note;
import io.timbre.signal.score.Score;
import io.timbre.signal.score.Synthesizer;
import java.util.List;

/** A piece, the notes that the model reads in runs of ten. */
record HeardPiece(Piece piece, List<Note> notes) implements Heard {

    private static final int NOTES_A_SPAN = 10;
    private static final int SAMPLE_RATE_HZ = 22_050;

    static HeardPiece of(Piece piece) {
        return new HeardPiece(piece, piece.heard());
    }

    @Override
    public List<Span> spans() {
        var time = new StepTime() {
            @Override
            public double startSeconds(int from) {
                return notes.get(from).onsetSeconds();
            }

            @Override
            public double endSeconds(int to) {
                return to < notes.size() ? startSeconds(to) : notes.getLast().endSeconds();
            }
        };
        return Span.parts(0, notes.size(), Math.ceilDiv(notes.size(), NOTES_A_SPAN), time);
    }

    /** All instruments, notes that begin within it. */
    @Override
    public Audio cut(double startSeconds, double seconds) {
        var within = piece.score().notes().stream()
                .filter(note -> note.onsetSeconds() >= startSeconds && note.onsetSeconds() < startSeconds + seconds)
                .map(note -> new Note(
                        note.onsetSeconds() - startSeconds,
                        Math.min(note.durationSeconds(), startSeconds + seconds - note.onsetSeconds()),
                        note.pitch(),
                        note.velocity(),
                        note.channel(),
                        note.program(),
                        note.track()))
                .toList();
        return new Synthesizer(SAMPLE_RATE_HZ).render(new Score(within, seconds));
    }
}
