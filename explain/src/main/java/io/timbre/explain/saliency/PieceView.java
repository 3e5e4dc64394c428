package io.timbre.explain.saliency;

import io.timbre.explain.answer.Artifact;
import io.timbre.explain.subject.Piece;
import io.timbre.signal.picture.Bar;
import io.timbre.signal.picture.BarChart;
import io.timbre.signal.picture.Curve;
import io.timbre.signal.picture.CurveChart;
import io.timbre.signal.picture.Look;
import io.timbre.signal.picture.PianoRollPicture;
import io.timbre.signal.score.Note;
import io.timbre.signal.score.Score;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a rule found in a score: a weight a note over a piano roll, and summed over time and over pitch.
 *
 * @param notes those that the model heard
 * @param weights one a note: the sum of what its row holds
 */
@SuppressWarnings("ArrayRecordComponent") // read and never compared
record PieceView(List<Note> notes, float[] weights, Finding finding) implements View {

    private static final Look WIDE = Look.page().sized(1200, 400);
    private static final int PASSAGES = 10;
    private static final int OCTAVE = 12;

    static PieceView of(Piece piece, Finding finding) {
        var notes = piece.heard();
        int columns = piece.input().length / notes.size();
        var weights = new float[notes.size()];
        for (int cell = 0; cell < piece.input().length; cell++) {
            weights[cell / columns] += (float) finding.counted(0, cell);
        }
        return new PieceView(notes, weights, finding);
    }

    @Override
    public List<String> words() {
        var words = new ArrayList<String>();
        switch (finding.reading()) {
            case SENSITIVITY ->
                words.add("The model's '" + finding.genre() + "' hangs most on "
                        + passages().strongest() + ", and on " + octaves().strongest() + ".");
            case CONTRIBUTION -> {
                words.add("What speaks most for '" + finding.genre() + "' lies in "
                        + passages().strongest() + ", and in " + octaves().strongest() + ".");
                passages().weakest().ifPresent(passage -> words.add("Against it speak most " + passage + "."));
            }
        }
        words.add("The model heard " + notes.size() + " notes, up to second "
                + String.format(Locale.ROOT, "%.0f", notes.getLast().endSeconds()) + ".");
        return words;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "notes",
                IntStream.range(0, weights.length)
                        .mapToObj(i -> Map.of(
                                "onset_seconds", notes.get(i).onsetSeconds(),
                                "pitch", notes.get(i).pitch(),
                                "weight", (double) weights[i]))
                        .toList(),
                "passages",
                passages().each(part -> Map.of("name", part.name(), "sum", part.sum())),
                "octaves",
                octaves().each(part -> Map.of("name", part.name(), "sum", part.sum())));
    }

    @Override
    public List<Artifact> artifacts() {
        double seconds = notes.stream().mapToDouble(Note::endSeconds).max().orElseThrow();
        var heard = new Score(notes, seconds);
        var scale = Drawing.scale(finding.reading());
        return List.of(
                Artifact.png(
                        "piano-roll.png",
                        new PianoRollPicture(finding.mapTitle(), heard, Drawing.percents(weights), scale).draw(WIDE)),
                Artifact.png("over-time.png", timeChart()),
                Artifact.png("over-pitch.png", pitchChart()));
    }

    private BufferedImage timeChart() {
        var onsets = notes.stream().mapToDouble(Note::onsetSeconds).toArray();
        var values =
                IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).toArray();
        return CurveChart.fitted(
                        finding.sumTitle() + ", over time",
                        "time (s)",
                        finding.sumUnit(),
                        List.of(new Curve("", onsets, values)))
                .draw(WIDE);
    }

    private BufferedImage pitchChart() {
        var bars = octaves().each(part -> Bar.of(part.name(), part.sum()));
        return BarChart.fitted(finding.sumTitle() + ", over pitch", finding.sumUnit(), bars, BarChart.Direction.RIGHT)
                .draw(WIDE);
    }

    /** Runs of notes that follow each other. */
    private Shares passages() {
        int length = Math.ceilDiv(weights.length, PASSAGES);
        int count = Math.ceilDiv(weights.length, length);
        var sums = new double[count];
        for (int i = 0; i < weights.length; i++) {
            sums[i / length] += weights[i];
        }
        return Shares.of(
                IntStream.range(0, count)
                        .mapToObj(i -> passage(i * length, length))
                        .toList(),
                sums,
                finding.reading());
    }

    private String passage(int first, int length) {
        int last = Math.min(first + length, notes.size()) - 1;
        return String.format(
                Locale.ROOT,
                "notes %d to %d, seconds %.1f to %.1f",
                first + 1,
                last + 1,
                notes.get(first).onsetSeconds(),
                notes.get(last).onsetSeconds());
    }

    private Shares octaves() {
        int lowest = notes.stream().mapToInt(Note::pitch).min().orElseThrow() / OCTAVE;
        int highest = notes.stream().mapToInt(Note::pitch).max().orElseThrow() / OCTAVE;
        var sums = new double[highest - lowest + 1];
        for (int i = 0; i < weights.length; i++) {
            sums[notes.get(i).pitch() / OCTAVE - lowest] += weights[i];
        }
        return Shares.of(
                IntStream.rangeClosed(lowest, highest)
                        .mapToObj(octave -> "C" + (octave - 1) + " to B" + (octave - 1))
                        .toList(),
                sums,
                finding.reading());
    }
}
