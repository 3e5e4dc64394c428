package io.timbre.trainer.experiment.chang;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.experiment.Section;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the table itself does to a classifier, whichever it is. */
final class TableTraits {

    private final Dataset asWritten;
    private final Map<String, float[]> oneUnit;

    TableTraits(Dataset asWritten, Dataset oneUnit) {
        this.asWritten = asWritten;
        this.oneUnit = new HashMap<>();
        oneUnit.examples().forEach(example -> this.oneUnit.put(example.id(), example.input()));
    }

    Section.Table units() {
        return new Section.Table(
                "Durations in minutes, by genre",
                List.of("genre", "rows", "of them in minutes"),
                byLabel().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(genre -> List.of(
                                asWritten.classes().get(genre.getKey()),
                                Integer.toString(genre.getValue().size()),
                                String.format(
                                        Locale.ROOT,
                                        "%.1f %%",
                                        100.0
                                                * inMinutes(genre.getValue())
                                                / genre.getValue().size())))
                        .toList());
    }

    /** In which all durations are in minutes. */
    long genresInMinutes() {
        return byLabel().values().stream().filter(this::allInMinutes).count();
    }

    /** Rows in minutes of the other genres. */
    long otherRowsInMinutes() {
        return byLabel().values().stream()
                .filter(rows -> !allInMinutes(rows))
                .mapToLong(this::inMinutes)
                .sum();
    }

    /**
     * The most that anyone can get who sees the columns and no more, durations in one unit: of rows that are equal in all
     * of them but stand under several genres, only those of one genre can be right.
     */
    double ceiling() {
        long best = equalRows().stream().mapToLong(TableTraits::mostFrequent).sum();
        return (double) best / rows();
    }

    int rows() {
        return asWritten.examples().size();
    }

    /** Rows to which another is equal in all columns, but of another genre. */
    long contradictory() {
        return equalRows().stream()
                .filter(TableTraits::isDisputed)
                .mapToLong(List::size)
                .sum();
    }

    /** Recordings, by what is measured on their sound, that stand in several rows. */
    long repeatedRecordings() {
        return recordings().stream().filter(rows -> rows.size() > 1).count();
    }

    /** Those of them that stand under several genres. */
    long disputedRecordings() {
        return recordings().stream().filter(TableTraits::isDisputed).count();
    }

    private Map<Integer, List<Example>> byLabel() {
        return asWritten.examples().stream().collect(Collectors.groupingBy(Example::label));
    }

    private boolean allInMinutes(List<Example> rows) {
        return inMinutes(rows) == rows.size();
    }

    private long inMinutes(List<Example> rows) {
        return rows.stream()
                .filter(row -> !Arrays.equals(row.input(), inOneUnit(row)))
                .count();
    }

    private Collection<List<Example>> equalRows() {
        return grouped(row -> FloatBuffer.wrap(inOneUnit(row)));
    }

    private Collection<List<Example>> recordings() {
        return grouped(row -> row.groups().getOrDefault(Grouping.FINGERPRINT, row.id()));
    }

    private <K> Collection<List<Example>> grouped(Function<Example, K> key) {
        return asWritten.examples().stream().collect(Collectors.groupingBy(key)).values();
    }

    private float[] inOneUnit(Example row) {
        return oneUnit.getOrDefault(row.id(), row.input());
    }

    private static boolean isDisputed(List<Example> rows) {
        return mostFrequent(rows) < rows.size();
    }

    private static long mostFrequent(List<Example> rows) {
        return rows.stream().collect(Collectors.groupingBy(Example::label, Collectors.counting())).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
    }
}
