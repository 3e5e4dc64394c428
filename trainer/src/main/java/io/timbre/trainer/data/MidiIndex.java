package io.timbre.trainer.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads {@code midi_genres/index.tsv}: a line a file, of which the columns path, source, genre, artist and sha1 count. */
final class MidiIndex {

    private static final List<String> COLUMNS = List.of("path", "source", "genre", "artist", "sha1");
    private static final CSVFormat TABLE = CSVFormat.TDF
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setQuote(null)
            .get();

    private MidiIndex() {}

    /**
     * All files in the order of the index.
     *
     * @throws IOException if it is missing
     * @throws IllegalArgumentException if a column is missing or a line lacks what every file has
     */
    static List<MidiPiece> read(Path index) throws IOException {
        var pieces = new ArrayList<MidiPiece>();
        try (var reader = Files.newBufferedReader(index, StandardCharsets.UTF_8);
                var table = TABLE.parse(reader)) {
            if (!table.getHeaderNames().containsAll(COLUMNS)) {
                throw new IllegalArgumentException(
                        "columns of " + index + " must hold " + COLUMNS + ": were " + table.getHeaderNames());
            }
            for (var line : table) {
                pieces.add(piece(line));
            }
        }
        return pieces;
    }

    private static MidiPiece piece(CSVRecord line) {
        var path = required(line, "path");
        var collection = required(line, "source");
        var genre = required(line, "genre");
        var name = TuneName.of(collection, genre, path.substring(path.lastIndexOf('/') + 1));
        var artist = TuneName.artist(line.get("artist")).or(name::artist);
        return new MidiPiece(path, collection, genre, artist, name.title(), required(line, "sha1"));
    }

    private static String required(CSVRecord line, String column) {
        var value = line.get(column).strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(column + " must not be empty in line " + (line.getRecordNumber() + 1)
                    + " of the index of MIDI files");
        }
        return value;
    }
}
