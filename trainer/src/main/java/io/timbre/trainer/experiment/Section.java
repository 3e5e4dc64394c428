package io.timbre.trainer.experiment;

import io.timbre.trainer.metrics.ClassMetrics;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A part of a report. Words are plain text, which may hold anything, unless they are said to be Markdown. */
public sealed interface Section {

    String title();

    /** @param markdown paragraphs, lists, tables; HTML in it is shown, not obeyed */
    record Text(String title, String markdown) implements Section {}

    /** The paper's figures beside ours. */
    record Comparison(String title, List<Row> rows) implements Section {
        public Comparison {
            rows = List.copyOf(rows);
        }
    }

    /** Figures without a counterpart in the paper; every row as long as the header. */
    record Table(String title, List<String> header, List<List<String>> rows) implements Section {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
            for (var row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException(
                            "a row of " + title + " must have " + header.size() + " cells: had " + row.size());
                }
            }
        }
    }

    /**
     * A picture.
     *
     * @param file its name without folder, such as {@code "loss.png"}
     */
    @SuppressWarnings("ArrayRecordComponent") // written and never compared
    record Picture(String title, String file, byte[] png, String caption) implements Section {
        public Picture {
            if (!file.matches("[\\w-]+\\.png")) {
                throw new IllegalArgumentException(
                        "file must be of letters, digits, _ and -, and end in .png: was " + file);
            }
        }
    }

    /**
     * One figure of the paper and ours.
     *
     * @param protocol how it was measured, such as {@code "training data, as published"} or {@code "grouped by title"}
     * @param honest whether no example that it was measured on shares a group with what was trained on
     * @param paper what the paper says of this figure of this task, in the unit of ours, beside every network and protocol
     *     that it was measured with; empty where the paper says nothing
     * @param remark why they differ, or empty
     * @param details further figures of the same run by name, such as {@code "macro F1"}
     */
    record Row(
            String what,
            String protocol,
            boolean honest,
            OptionalDouble paper,
            Figure ours,
            String remark,
            Map<String, Double> details) {
        public Row {
            // in an order that does not change from run to run
            details = Collections.unmodifiableMap(new TreeMap<>(details));
        }

        /** The paper's figure with its unit, to the digit as it was published. */
        public Optional<String> paperInWords() {
            return paper.isPresent()
                    ? Optional.of((Digits.asPublished(paper.getAsDouble()) + " " + ours.unit()).strip())
                    : Optional.empty();
        }
    }

    /**
     * A measured number.
     *
     * @param unit such as {@code "%"}
     * @param low lower end of the 95 % interval; NaN where there is none
     * @param high upper end of the 95 % interval; NaN where there is none
     * @param n how many examples, tracks or runs it comes from
     */
    record Figure(double value, String unit, double low, double high, int n) {

        /** Without an interval. */
        public static Figure of(double value, String unit, int n) {
            return new Figure(value, unit, Double.NaN, Double.NaN, n);
        }

        /** An accuracy in percent with its interval, of as many examples as were asked about, however often. */
        public static Figure accuracy(ClassMetrics metrics) {
            var interval = metrics.accuracyInterval();
            return new Figure(
                    100 * metrics.accuracy(), "%", 100 * interval.low(), 100 * interval.high(), metrics.examples());
        }

        /** Such as {@code "71.03 % (65.52 to 76.21 %)"}. */
        public String inWords() {
            return Digits.of(value, unit) + (hasInterval() ? " (" + intervalInWords() + ")" : "");
        }

        String intervalInWords() {
            return Digits.of(low) + " to " + Digits.of(high, unit);
        }

        boolean hasInterval() {
            return Double.isFinite(low) && Double.isFinite(high);
        }
    }
}
