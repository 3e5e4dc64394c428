package io.timbre.trainer.data;

import ai.djl.ndarray.types.Shape;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.frontend.Notes;
import io.timbre.signal.frontend.NotesParameters;
import io.timbre.signal.frontend.UnusableAudioException;
import io.timbre.signal.score.ScoreLimits;
import io.timbre.signal.score.ScoreReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The MIDI files of {@code midi_genres}, three collections in one folder, each as the first 100 notes of its pitched
 * instruments: pitch, step and duration, see {@link Notes}.
 *
 * <p>A file whose bytes came before is left out; all files of the same bytes are, where they stand under two genres,
 * since nobody knows which holds. So are files that cannot be read or have too few notes. {@link #leftOut} counts them.
 */
public final class MidiGenres {

    /** Of every example: notes, then pitch (MIDI number), step (s) and duration (s). */
    public static final Shape NOTES = new Shape(100, 3);

    private static final NotesParameters PARAMETERS = new NotesParameters(100, NotesParameters.Part.PITCHED, true);

    private final List<Reading> readings;
    private final List<String> firstAlike;
    private final SortedMap<String, Integer> leftOut;

    private MidiGenres(List<Reading> readings, SortedMap<String, Integer> leftOut) {
        this.readings = List.copyOf(readings);
        this.firstAlike = firstAlike(readings);
        this.leftOut = leftOut;
    }

    private record Reading(MidiPiece piece, float[] notes) {}

    /**
     * Reads all files of {@code midi_genres} below a data folder: seconds.
     *
     * @throws IOException if the index or a file that it names is missing
     * @throws IllegalArgumentException if the index cannot be understood, naming what is wrong with it
     */
    public static MidiGenres read(Path data) throws IOException {
        var folder = data.resolve("midi_genres");
        var leftOut = new TreeMap<String, Integer>();
        var readings = new ArrayList<Reading>();
        var reader = new ScoreReader(ScoreLimits.standard());
        var notes = new Notes(PARAMETERS);
        for (var piece : distinct(MidiIndex.read(folder.resolve("index.tsv")), leftOut)) {
            try {
                var score = reader.read(folder.resolve(piece.path()));
                readings.add(new Reading(piece, notes.transform(score).values()));
            } catch (UndecodableException e) {
                leftOut.merge("cannot be read", 1, Integer::sum);
            } catch (UnusableAudioException e) {
                leftOut.merge("fewer than " + PARAMETERS.notes() + " notes", 1, Integer::sum);
            }
        }
        return new MidiGenres(readings, leftOut);
    }

    /** How many files are left out, by reason. */
    public SortedMap<String, Integer> leftOut() {
        return leftOut;
    }

    /** All pieces that are kept, in the order of the index. */
    public List<MidiPiece> pieces() {
        return readings.stream().map(Reading::piece).toList();
    }

    /**
     * The pieces that have a class, as examples whose ids are their paths and whose inputs are of {@link #NOTES}.
     *
     * @param classes in the order of the targets
     * @param classOf what a piece is; nothing if it is to be left out
     * @throws IllegalArgumentException if a class is not one of {@code classes}
     */
    public Dataset dataset(String source, List<String> classes, Function<MidiPiece, Optional<String>> classOf) {
        var examples = new ArrayList<Example>();
        for (int i = 0; i < readings.size(); i++) {
            var reading = readings.get(i);
            var name = classOf.apply(reading.piece);
            if (name.isPresent()) {
                var groups = reading.piece.groups();
                groups.put(Grouping.FINGERPRINT, firstAlike.get(i));
                int label = ClassNames.indexOf(name.get(), classes);
                examples.add(Example.ofClass(reading.piece.path(), reading.notes, label, classes.size(), groups));
            }
        }
        return new Dataset(source, NOTES, classes, examples);
    }

    /** Keeps the first of each file, and none where the bytes stand under two genres. */
    private static List<MidiPiece> distinct(List<MidiPiece> pieces, Map<String, Integer> leftOut) {
        var genres = new HashMap<String, Set<String>>();
        for (var piece : pieces) {
            genres.computeIfAbsent(piece.sha1(), sha1 -> new HashSet<>()).add(piece.genre());
        }
        var seen = new HashSet<String>();
        var distinct = new ArrayList<MidiPiece>();
        for (var piece : pieces) {
            if (genres.getOrDefault(piece.sha1(), Set.of()).size() > 1) {
                leftOut.merge("the same bytes under two genres", 1, Integer::sum);
            } else if (!seen.add(piece.sha1())) {
                leftOut.merge("the same bytes again", 1, Integer::sum);
            } else {
                distinct.add(piece);
            }
        }
        return distinct;
    }

    /** For each piece the path of the first that reads like it. */
    private static List<String> firstAlike(List<Reading> readings) {
        var pitches = readings.stream().map(MidiGenres::pitches).toList();
        return Arrays.stream(NearDuplicates.firstAlike(pitches))
                .mapToObj(first -> readings.get(first).piece.path())
                .toList();
    }

    private static int[] pitches(Reading reading) {
        var pitches = new int[PARAMETERS.notes()];
        int columns = (int) NOTES.get(1);
        for (int note = 0; note < pitches.length; note++) {
            pitches[note] = (int) reading.notes[note * columns];
        }
        return pitches;
    }
}
