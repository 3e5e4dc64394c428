package io.timbre.trainer.data;

import io.timbre.signal.score.Note;
import io.timbre.signal.score.Score;
import io.timbre.signal.score.ScoreWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** A small {@code midi_genres} of our own. */
public final class MidiFolder {

    private static final String HEADER = "path\tsource\tgenre\tartist\tsha1\tbytes";

    private final Path data;
    private final List<String> lines = new ArrayList<>(List.of(HEADER));

    /** In a data folder, which may be empty. */
    public MidiFolder(Path data) {
        this.data = data;
    }

    /**
     * Adds a piece of random pitches of an octave, half a second apart.
     *
     * @param path such as {@code "di01096/dance/_unknown/dance1.mid"}
     * @param lowest its lowest pitch, by which a network can tell it
     */
    public MidiFolder piece(String path, int notes, int lowest) throws IOException {
        return file(path, midi(notes, lowest, path.hashCode()));
    }

    /** Adds any bytes. */
    public MidiFolder file(String path, byte[] bytes) throws IOException {
        var file = data.resolve("midi_genres").resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, bytes);
        var names = path.split("/", -1);
        var artist = names[2].equals("_unknown") ? "" : names[2];
        return line(String.join("\t", path, names[0], names[1], artist, sha1(bytes), "" + bytes.length));
    }

    /** Adds a line to the index, whatever it says. */
    public MidiFolder line(String line) throws IOException {
        lines.add(line);
        Files.createDirectories(data.resolve("midi_genres"));
        Files.writeString(data.resolve("midi_genres/index.tsv"), String.join("\n", lines) + "\n");
        return this;
    }

    static byte[] midi(int notes, int lowest, long seed) {
        var random = new Random(seed);
        var score = new ArrayList<Note>();
        for (int n = 0; n < notes; n++) {
            score.add(new Note(n / 2.0, 0.25, lowest + random.nextInt(12), 80, 0, 0));
        }
        return ScoreWriter.write(new Score(score, notes / 2.0));
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-1", e);
        }
    }
}
