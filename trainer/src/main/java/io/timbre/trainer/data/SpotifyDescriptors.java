package io.timbre.trainer.data;

import ai.djl.ndarray.types.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of songs, each a row of 14 numbers and one of 11 genres: {@code malgi_spotify/train.csv.gz}.
 *
 * <p>Many recordings stand in the table twice, the second time under another genre. Those share {@link
 * Grouping#FINGERPRINT}, the numbers that are measured on the sound; by {@link Grouping#ARTIST} songs belong
 * to all who are named together in any row, see {@link ArtistCircles}.
 */
public final class SpotifyDescriptors {

    /** The genres in the order of the column {@code Class}. */
    public static final List<String> CLASSES = List.of(
            "Acoustic/Folk",
            "Alt_Music",
            "Blues",
            "Bollywood",
            "Country",
            "HipHop",
            "Indie Alt",
            "Instrumental",
            "Metal",
            "Pop",
            "Rock");

    private static final String FILE = "malgi_spotify/train.csv.gz";
    private static final String ARTIST = "Artist Name";
    private static final String TITLE = "Track Name";
    private static final String CLASS = "Class";
    private static final List<String> MEASURED =
            List.of("danceability", "energy", "loudness", "speechiness", "acousticness", "tempo");

    private SpotifyDescriptors() {}

    /**
     * Reads the table below a data folder, its numbers written as a network takes them.
     *
     * @throws IOException if the file is missing
     * @throws IllegalArgumentException if a column is missing, or a cell is no number or names no class
     */
    public static Dataset read(Path data, DescriptorEncoding encoding) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(data.resolve(FILE)));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                var csv = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            requireColumns(csv.getHeaderNames());
            return dataset(csv.getRecords(), encoding);
        }
    }

    private static Dataset dataset(List<CSVRecord> rows, DescriptorEncoding encoding) {
        rows.forEach(SpotifyDescriptors::requireWhole);
        var circles = ArtistCircles.of(rows.stream().map(row -> row.get(ARTIST)).toList());
        var examples = new ArrayList<Example>();
        for (int i = 0; i < rows.size(); i++) {
            examples.add(example(rows.get(i), circles.get(i), encoding));
        }
        return new Dataset(FILE + ", " + encoding.words(), new Shape(encoding.length()), CLASSES, examples);
    }

    private static void requireColumns(List<String> header) {
        var wanted = new ArrayList<>(DescriptorColumn.names());
        wanted.addAll(List.of(ARTIST, TITLE, CLASS));
        wanted.removeAll(header);
        if (!wanted.isEmpty()) {
            throw new IllegalArgumentException(FILE + " lacks the columns " + wanted + ": has " + header);
        }
    }

    private static void requireWhole(CSVRecord row) {
        if (!row.isConsistent()) {
            throw new IllegalArgumentException(
                    where(row) + " must have as many cells as there are columns: has " + row.size());
        }
    }

    private static Example example(CSVRecord row, String circle, DescriptorEncoding encoding) {
        var descriptors = new double[DescriptorColumn.values().length];
        for (var column : DescriptorColumn.values()) {
            descriptors[column.ordinal()] = number(row, column);
        }
        var title = name(row.get(TITLE));
        return Example.ofClass(
                row.getRecordNumber() + " " + row.get(ARTIST) + ": " + row.get(TITLE),
                encoding.encode(descriptors),
                label(row),
                CLASSES.size(),
                Map.of(
                        Grouping.TRACK,
                        name(row.get(ARTIST)) + ": " + title,
                        Grouping.ARTIST,
                        circle,
                        Grouping.TITLE,
                        title,
                        Grouping.FINGERPRINT,
                        MEASURED.stream().map(row::get).collect(Collectors.joining(" "))));
    }

    private static String name(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    private static double number(CSVRecord row, DescriptorColumn column) {
        var cell = row.get(column.title());
        if (cell.isBlank() && column.zeroIsEmpty()) {
            return 0;
        }
        try {
            double number = Double.parseDouble(cell);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with the row
        }
        throw new IllegalArgumentException(
                column.title() + " of " + where(row) + " must be a number: was \"" + cell + "\"");
    }

    private static int label(CSVRecord row) {
        var cell = row.get(CLASS);
        for (int label = 0; label < CLASSES.size(); label++) {
            if (cell.strip().equals(Integer.toString(label))) {
                return label;
            }
        }
        throw new IllegalArgumentException(
                CLASS + " of " + where(row) + " must be 0 to " + (CLASSES.size() - 1) + ": was \"" + cell + "\"");
    }

    private static String where(CSVRecord row) {
        return "row " + row.getRecordNumber() + " of " + FILE;
    }
}
