package io.timbre.trainer.data;

import io.timbre.networks.zoo.Chang;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Descriptors and tags as the Mulan library has them for CAL500: an ARFF file whose rows begin with 68 numbers that
 * MARSYAS measured and end in a 0 or 1 a word of the vocabulary.
 */
final class MulanTable {

    private static final String FILE = "CAL500_mulan.arff.gz";
    private static final String ANNOTATIONS = "hardAnnotations.txt.gz";

    private final List<float[]> rows;

    private MulanTable(List<float[]> rows) {
        this.rows = rows;
    }

    static MulanTable read(Path folder, int words) throws IOException {
        var lines = GzippedText.lines(folder.resolve(FILE));
        int start = lines.indexOf("@data") + 1;
        if (start == 0) {
            throw new IllegalArgumentException(FILE + " must have a line @data");
        }
        var rows = rows(FILE, lines.subList(start, lines.size()), Chang.SONG_DESCRIPTORS + words);
        return new MulanTable(rows);
    }

    /**
     * Neither file names its songs, so this is how we know that rows and names go together: the tags in the table are
     * those in CAL500's own file, song by song.
     */
    void requireTagsOf(List<String> names, Path folder) throws IOException {
        var lines = GzippedText.lines(folder.resolve(ANNOTATIONS));
        if (rows.size() != names.size() || lines.size() != names.size()) {
            throw new IllegalArgumentException("there must be a row a song, " + names.size() + ": " + FILE + " has "
                    + rows.size() + ", " + ANNOTATIONS + " has " + lines.size());
        }
        var annotations = rows(ANNOTATIONS, lines, rows.getFirst().length - Chang.SONG_DESCRIPTORS);
        for (int i = 0; i < names.size(); i++) {
            if (!Arrays.equals(annotations.get(i), tags(i))) {
                throw new IllegalArgumentException(
                        FILE + " and " + ANNOTATIONS + " must give " + names.get(i) + " the same tags");
            }
        }
    }

    float[] descriptors(int row) {
        return Arrays.copyOf(rows.get(row), Chang.SONG_DESCRIPTORS);
    }

    float[] tags(int row) {
        return Arrays.copyOfRange(rows.get(row), Chang.SONG_DESCRIPTORS, rows.get(row).length);
    }

    private static List<float[]> rows(String file, List<String> lines, int length) {
        var rows = new ArrayList<float[]>();
        for (var line : lines) {
            rows.add(numbers(line, length, "row " + (rows.size() + 1) + " of " + file));
        }
        return rows;
    }

    private static float[] numbers(String line, int length, String where) {
        var cells = line.split(",", -1);
        if (cells.length != length) {
            throw new IllegalArgumentException(where + " must have " + length + " numbers: has " + cells.length);
        }
        var numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = number(cells[i], where);
        }
        return numbers;
    }

    private static float number(String cell, String where) {
        try {
            float number = Float.parseFloat(cell);
            if (Float.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with the row
        }
        throw new IllegalArgumentException(where + " must hold numbers: has \"" + cell + "\"");
    }
}
