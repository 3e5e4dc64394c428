package io.timbre.cli;

import io.timbre.explain.answer.Method;
import io.timbre.networks.model.Champion;
import io.timbre.schemas.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of metrics in {@code docs/operations.md}: what operators may count on. Each row is a metric as Prometheus
 * names it, without the suffixes of counts and buckets, and the values that each of its tags may have.
 */
final class MeterTable {
    private static final Path DOCUMENT = Path.of(System.getProperty("timbre.home"), "docs/operations.md");
    private static final Pattern ROW = Pattern.compile("\\| `(timbre_\\w+)` \\|([^|]*)\\|.*");
    private static final Pattern TAG = Pattern.compile("`(\\w+)`: ([^;]+)");

    private MeterTable() {}

    /** By the name of the metric and the name of the tag, whether a value may be. */
    static Map<String, Map<String, Predicate<String>>> read() throws IOException {
        var rows = new LinkedHashMap<String, Map<String, Predicate<String>>>();
        for (var line : Files.readAllLines(DOCUMENT)) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), tags(row.group(2)));
            }
        }
        return rows;
    }

    /** The metric that a series belongs to. */
    static String metric(String series) {
        return series.replaceFirst("_(bucket|count|sum|max)$", "");
    }

    private static Map<String, Predicate<String>> tags(String cell) {
        return TAG.matcher(cell)
                .results()
                .collect(Collectors.toMap(
                        tag -> tag.group(1), tag -> values(tag.group(2).strip())));
    }

    private static Predicate<String> values(String words) {
        return switch (words) {
            case "a version" -> Pattern.compile("[a-z-]+-[0-9a-f]{12}").asMatchPredicate();
            case "a genre" -> genres()::contains;
            case "a reason" -> reasons().collect(Collectors.toSet())::contains;
            case "complete or a reason" ->
                Stream.concat(Stream.of("complete"), reasons()).collect(Collectors.toSet())::contains;
            case "a method or none" ->
                Stream.concat(Stream.of("none"), Arrays.stream(Method.values()).map(Method::label))
                        .collect(Collectors.toSet())::contains;
            default -> Set.of(words.split(", "))::contains;
        };
    }

    private static Stream<String> reasons() {
        return Arrays.stream(Reason.values()).map(Reason::code);
    }

    private static Set<String> genres() {
        return Stream.concat(Stream.of("unknown"), Champion.checkpoint().description().classes().stream())
                .collect(Collectors.toSet());
    }
}
