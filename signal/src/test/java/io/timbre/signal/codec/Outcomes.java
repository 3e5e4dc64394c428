package io.timbre.signal.codec;

import io.timbre.signal.codec.UndecodableException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What became of many files, by group: the tables of {@code docs/decoding.md}. */
final class Outcomes {
    static final String DECODED = "decoded";

    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    /** Decodes or notes why not. */
    static String of(Decoder decoder, Path file, int sampleRateHz) throws IOException {
        try {
            int samples = decoder.decode(file, sampleRateHz).audio().samples().length;
            return samples > 0 ? DECODED : "decoded to nothing";
        } catch (UndecodableException e) {
            return e.fault().name();
        }
    }

    synchronized void count(String group, String outcome) {
        counts.computeIfAbsent(group, unseen -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
    }

    /** How many of all groups came out so. */
    int of(String outcome) {
        return counts.values().stream()
                .mapToInt(group -> group.getOrDefault(outcome, 0))
                .sum();
    }

    /** Writes a table in Markdown, a row a group. */
    void write(Path file, String title) throws IOException {
        var columns = IntStream.concat(IntStream.of(-1), IntStream.range(0, Fault.values().length))
                .mapToObj(i -> i < 0 ? DECODED : Fault.values()[i].name())
                .toList();
        var lines = new StringBuilder("| " + title + " | files | " + String.join(" | ", columns) + " |\n");
        lines.append("|---".repeat(columns.size() + 2)).append("|\n");
        counts.forEach((group, outcomes) -> lines.append("| ")
                .append(group)
                .append(" | ")
                .append(outcomes.values().stream().mapToInt(Integer::intValue).sum())
                .append(columns.stream()
                        .map(column -> " | " + outcomes.getOrDefault(column, 0))
                        .collect(Collectors.joining()))
                .append(" |\n"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines);
    }
}
