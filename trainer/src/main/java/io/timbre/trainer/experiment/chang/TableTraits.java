package io.timbre.trainer.experiment.chang;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.experiment.Section;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        var byLabel = asWritten.examples().stream().collect(Collectors.groupingBy(Example::label));
        return new Section.Table(
                "Durations in minutes, by genre",
                List.of("genre", "rows", "of them in minutes"),
                byLabel.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(genre -> List.of(
                                asWritten.classes().get(genre.getKey()),
                                Integer.toString(genre.getValue().size()),
                                "%.1f %%".formatted(100 * shareInMinutes(genre.getValue()))))
                        .toList());
    }

    /** The most that anyone can get who hears what is in the table: recordings under several genres cost the rest. */
    double ceiling() {
        long best = recordings().stream().mapToLong(TableTraits::mostFrequent).sum();
        return (double) best / asWritten.examples().size();
    }

    int rows() {
        return asWritten.examples().size();
    }

    /** Rows of recordings that stand under more than one genre. */
    long contradictory() {
        return recordings().stream()
                .filter(rows -> mostFrequent(rows) < rows.size())
                .mapToLong(List::size)
                .sum();
    }

    private double shareInMinutes(List<Example> rows) {
        return rows.stream()
                        .filter(row -> !Arrays.equals(row.input(), oneUnit.get(row.id())))
                        .count()
                / (double) rows.size();
    }

    private Collection<List<Example>> recordings() {
        return asWritten.examples().stream()
                .collect(Collectors.groupingBy(
                        example -> example.groups().getOrDefault(Grouping.FINGERPRINT, example.id())))
                .values();
    }

    private static long mostFrequent(List<Example> rows) {
        return rows.stream().collect(Collectors.groupingBy(Example::label, Collectors.counting())).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
    }
}
