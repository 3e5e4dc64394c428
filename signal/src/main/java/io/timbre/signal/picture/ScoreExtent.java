package io.timbre.signal.picture;

import io.timbre.signal.score.Note;
import io.timbre.signal.score.Score;
import java.util.IntSummaryStatistics;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much time and how many keys a score takes.
 *
 * @param seconds until the last note has ended; positive
 * @param lowest MIDI number of the lowest key
 * @param keys from the lowest up, at least an octave
 */
record ScoreExtent(double seconds, int lowest, int keys) {
    private static final int MIDDLE_C = 60;

    static ScoreExtent of(Score score) {
        double end = score.notes().stream().mapToDouble(Note::endSeconds).reduce(score.durationSeconds(), Math::max);
        IntSummaryStatistics pitches = score.notes().stream().collect(Collectors.summarizingInt(Note::pitch));
        int lowest = score.notes().isEmpty() ? MIDDLE_C : pitches.getMin();
        int keys = score.notes().isEmpty() ? 0 : pitches.getMax() - lowest + 1;
        return new ScoreExtent(end > 0 ? end : 1, lowest, Math.max(NoteNames.OCTAVE, keys));
    }

    /** The keys' names, each at the middle of its row. */
    Axis pitchAxis(int pixels) {
        return new Axis(
                "note",
                IntStream.range(lowest, lowest + keys)
                        .filter(pitch -> NoteNames.isNamed(pitch, (double) pixels / keys))
                        .mapToObj(pitch -> new Tick(bottom(pitch) + 0.5 / keys, NoteNames.of(pitch)))
                        .toList());
    }

    /** The lower edge of a key's row, 0 at the bottom of the plot, 1 at its top. */
    double bottom(int pitch) {
        return (double) (pitch - lowest) / keys;
    }
}
