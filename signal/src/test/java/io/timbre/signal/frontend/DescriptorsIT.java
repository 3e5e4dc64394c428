package io.timbre.signal.frontend;

import static io.timbre.signal.frontend.ColumnStatistics.correlation;
import static io.timbre.signal.frontend.ColumnStatistics.deviation;
import static io.timbre.signal.frontend.ColumnStatistics.median;
import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.Audio;
import io.timbre.signal.DataFolder;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.frontend.DescriptorTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How close our descriptors come to the table's, column by column. Leaves under {@code target} our rows as a table, and
 * the figures that {@code docs/descriptors.md} shows.
 *
 * <p>The whole tracks at hand are of two genres only. The excerpts are of all ten, but half as long as what the table
 * describes: what differs there is the music more than the measure.
 */
class DescriptorsIT {
    private static final Descriptors DESCRIPTORS = Descriptors.standard();
    private static final AudioDecoder DECODER = new AudioDecoder(new DecodeLimits(Duration.ofMinutes(1)));

    private static DescriptorTable table;
    /** Sample for sample what the table describes. */
    private static List<Description> whole;
    /** The first 15 to 20 s of tracks. */
    private static List<Description> excerpts;
    /** Trained on the rows of all other tracks. */
    private static SoftmaxRegression model;

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Description(Row expected, int samples, double[] values) {}

    @BeforeAll
    static void describe() throws Exception {
        table = DescriptorTable.read();
        whole = describe("gtzan_audio/full_30s");
        excerpts = describe("gtzan_audio/first_15-20s_flac");
        model = SoftmaxRegression.train(otherRows());
        Path target = Path.of("target");
        Files.write(target.resolve("descriptors-whole.csv"), csv(whole));
        Files.write(target.resolve("descriptors-excerpts.csv"), csv(excerpts));
        Files.write(target.resolve("descriptors-closeness.md"), closeness());
    }

    @Test
    void namesItsColumnsAsTheTableDoes() {
        assertThat(Descriptors.columns()).isEqualTo(table.columns());
    }

    @Test
    void givesTheTableOfWholeTracks() {
        assertThat(whole).hasSizeGreaterThan(4);
        assertThat(whole).allMatch(track -> track.samples() == track.expected().samples());
        for (int column = 0; column < DescriptorTable.COLUMNS; column++) {
            assertThat(largest(differences(whole, column)) / spread(column))
                    .as(Descriptors.columns().get(column))
                    .isLessThan(1e-4);
        }
    }

    @Test
    void staysNearTheTableOfTracksOfWhichItHearsHalf() {
        assertThat(excerpts).hasSizeGreaterThan(80);
        for (int column = 0; column < DescriptorTable.COLUMNS; column++) {
            assertThat(median(differences(excerpts, column)) / spread(column))
                    .as(Descriptors.columns().get(column))
                    .isLessThan(0.25);
        }
    }

    @Test
    void leadsAModelOfTheTableToTheSamePredictions() {
        assertThat(agreement(whole)).isEqualTo(1);
        assertThat(agreement(excerpts)).isGreaterThan(0.8);
    }

    private static List<Description> describe(String folder) throws Exception {
        List<Description> descriptions = new ArrayList<>();
        for (Path file : losslessFiles(DataFolder.require(folder))) {
            String track = DescriptorTable.trackOf(file.getFileName().toString());
            if (table.contains(track)) {
                Audio audio = DECODER.decode(file, DESCRIPTORS.sampleRateHz()).audio();
                descriptions.add(new Description(
                        table.row(track),
                        audio.samples().length,
                        toDoubles(DESCRIPTORS.transform(audio).values())));
            }
        }
        return descriptions;
    }

    private static List<Path> losslessFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".flac"))
                    .sorted()
                    .toList();
        }
    }

    private static double[] toDoubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    private static List<Row> otherRows() {
        Set<String> asked = Stream.of(whole, excerpts)
                .flatMap(List::stream)
                .map(track -> track.expected().track())
                .collect(Collectors.toSet());
        return table.rows().stream().filter(row -> !asked.contains(row.track())).toList();
    }

    /** Of how many of these tracks the model says the same, given the table's row and given ours. */
    private static double agreement(List<Description> tracks) {
        return (double) tracks.stream()
                        .filter(track -> model.predict(track.values())
                                .equals(model.predict(track.expected().values())))
                        .count()
                / tracks.size();
    }

    private static double[] expected(List<Description> tracks, int column) {
        return tracks.stream()
                .mapToDouble(track -> track.expected().values()[column])
                .toArray();
    }

    private static double[] actual(List<Description> tracks, int column) {
        return tracks.stream().mapToDouble(track -> track.values()[column]).toArray();
    }

    private static double[] differences(List<Description> tracks, int column) {
        return differences(tracks, column, track -> 1);
    }

    private static double[] relativeDifferences(List<Description> tracks, int column) {
        return differences(tracks, column, track -> track.expected().values()[column]);
    }

    private static double[] differences(List<Description> tracks, int column, ToDoubleFunction<Description> unit) {
        return tracks.stream()
                .mapToDouble(track ->
                        (track.values()[column] - track.expected().values()[column]) / unit.applyAsDouble(track))
                .map(Math::abs)
                .toArray();
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    /** Standard deviation of a column over the whole table: what a model sees as one. */
    private static double spread(int column) {
        return deviation(
                table.rows().stream().mapToDouble(row -> row.values()[column]).toArray());
    }

    private static List<String> csv(List<Description> tracks) {
        List<String> lines = new ArrayList<>();
        lines.add("track," + String.join(",", Descriptors.columns()));
        for (Description track : tracks) {
            lines.add(track.expected().track() + ","
                    + Arrays.stream(track.values()).mapToObj(Double::toString).collect(Collectors.joining(",")));
        }
        return lines;
    }

    private static List<String> closeness() {
        List<String> lines = new ArrayList<>();
        lines.add("| Column | Whole: median relative | largest of spread | Excerpts: correlation | median of spread |");
        lines.add("|---|---|---|---|---|");
        for (int column = 0; column < DescriptorTable.COLUMNS; column++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| `%s` | %.0e | %.0e | %.3f | %.3f |",
                    Descriptors.columns().get(column),
                    median(relativeDifferences(whole, column)),
                    largest(differences(whole, column)) / spread(column),
                    correlation(expected(excerpts, column), actual(excerpts, column)),
                    median(differences(excerpts, column)) / spread(column)));
        }
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Same prediction: %.3f of %d whole tracks, %.3f of %d excerpts.",
                agreement(whole),
                whole.size(),
                agreement(excerpts),
                excerpts.size()));
        return lines;
    }
}
