package io.timbre.signal.frontend;

import io.timbre.signal.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** The well-known table of GTZAN's tracks: file name, length in samples, 57 descriptors, genre. */
final class DescriptorTable {
    static final int COLUMNS = 57;

    private static final int FIRST_COLUMN = 2;

    private final List<String> columns;
    private final Map<String, Row> rows;

    private DescriptorTable(List<String> columns, Map<String, Row> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** @param track as {@code blues.00012} */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Row(String track, int samples, double[] values, String genre) {
        static Row parse(String line) {
            String[] fields = line.split(",", -1);
            double[] values = Arrays.stream(fields, FIRST_COLUMN, FIRST_COLUMN + COLUMNS)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Row(trackOf(fields[0]), Integer.parseInt(fields[1]), values, fields[FIRST_COLUMN + COLUMNS]);
        }
    }

    static DescriptorTable read() throws IOException {
        Path file = DataFolder.require("gtzan_features").resolve("features_30_sec.csv.gz");
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String[] header = reader.readLine().split(",", -1);
            return new DescriptorTable(
                    List.of(header).subList(FIRST_COLUMN, FIRST_COLUMN + COLUMNS),
                    reader.lines().map(Row::parse).collect(Collectors.toMap(Row::track, Function.identity())));
        }
    }

    /** {@code blues.00012} of {@code blues.00012.au} or {@code blues.00012.flac}. */
    static String trackOf(String fileName) {
        return fileName.substring(0, fileName.lastIndexOf('.'));
    }

    List<String> columns() {
        return columns;
    }

    List<Row> rows() {
        return rows.values().stream()
                .sorted((a, b) -> a.track().compareTo(b.track()))
                .toList();
    }

    boolean contains(String track) {
        return rows.containsKey(track);
    }

    Row row(String track) {
        return rows.get(track);
    }
}
