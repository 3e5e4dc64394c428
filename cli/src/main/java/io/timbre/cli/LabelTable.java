package io.timbre.cli;

import io.timbre.cli.LabelRow.TrackRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a table of labels: CSV with a header. Columns: {@code path} (relative to the table) or {@code track_id}, {@code
 * genre}, and where wanted {@code artist}, {@code source}, {@code who}, {@code certainty}.
 */
final class LabelTable {
    private static final String PATH = "path";
    private static final String TRACK_ID = "track_id";
    private static final String GENRE = "genre";
    private static final String SOURCE = "source";
    private static final String CERTAINTY = "certainty";
    private static final List<String> LABEL_COLUMNS = List.of(GENRE, "artist", SOURCE, "who", CERTAINTY);
    private static final List<String> TRACK_COLUMNS = List.of(PATH, TRACK_ID);
    /** A table is somebody's catalogue, unless it says otherwise. */
    private static final String USUAL_SOURCE = "catalogue";

    private final Path file;
    private final List<String> columns;

    private LabelTable(Path file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    /** @throws CommandFailedException if it is no such table, naming the line where a row is at fault */
    static List<LabelRow> read(Path file) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (var reader = Files.newBufferedReader(file);
                var csv = format.parse(reader)) {
            var columns = List.copyOf(csv.getHeaderNames());
            requireColumns(columns);
            var table = new LabelTable(file, columns);
            var rows = new ArrayList<LabelRow>();
            for (var row : csv) {
                rows.add(table.row(row, csv.getCurrentLineNumber()));
            }
            return rows;
        } catch (UncheckedIOException | CSVException | IllegalArgumentException malformed) {
            throw new CommandFailedException(file + " is no table of labels: " + malformed.getMessage());
        }
    }

    /** A column that means nothing is not passed over: it may be one mistyped. */
    private static void requireColumns(List<String> columns) {
        var known =
                Stream.concat(TRACK_COLUMNS.stream(), LABEL_COLUMNS.stream()).toList();
        columns.stream().filter(column -> !known.contains(column)).findFirst().ifPresent(column -> {
            throw new IllegalArgumentException("columns must be among " + String.join(", ", known) + ": was " + column);
        });
        if (!columns.contains(GENRE) || columns.contains(PATH) == columns.contains(TRACK_ID)) {
            throw new IllegalArgumentException(
                    "columns must hold genre, and either path or track_id: were " + String.join(", ", columns));
        }
    }

    private LabelRow row(CSVRecord row, long line) {
        if (!row.isConsistent()) {
            throw new IllegalArgumentException("line " + line + " has " + row.size() + " cells");
        }
        var label = new LinkedHashMap<String, Object>(Map.of(SOURCE, USUAL_SOURCE));
        LABEL_COLUMNS.stream()
                .filter(column -> columns.contains(column) && !row.get(column).isEmpty())
                .forEach(column -> label.put(column, value(column, row.get(column), line)));
        return new LabelRow(line, track(row), label);
    }

    private TrackRef track(CSVRecord row) {
        return columns.contains(PATH)
                ? new TrackRef.ByFile(file.resolveSibling(row.get(PATH)))
                : new TrackRef.ById(row.get(TRACK_ID));
    }

    private static Object value(String column, String cell, long line) {
        try {
            return column.equals(CERTAINTY) ? (Object) Double.valueOf(cell) : cell;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("line " + line + ": certainty must be a number: was " + cell, e);
        }
    }
}
