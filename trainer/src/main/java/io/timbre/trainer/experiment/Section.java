package io.timbre.trainer.experiment;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A part of a report. */
public sealed interface Section {

    String title();

    /** Paragraphs, Markdown. */
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
        }
    }

    /**
     * A picture.
     *
     * @param file its name without folder, such as {@code "loss.png"}
     */
    @SuppressWarnings("ArrayRecordComponent") // written and never compared
    record Picture(String title, String file, byte[] png, String caption) implements Section {}

    /**
     * One figure of the paper and ours.
     *
     * @param protocol how it was measured, such as {@code "training data, as published"} or {@code "grouped by title"}
     * @param honest whether no example that it was measured on shares a group with what was trained on
     * @param paper what the paper says, in the unit of ours; empty where it says nothing
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
            Map<String, Double> details) {}

    /**
     * A measured number.
     *
     * @param unit such as {@code "%"}
     * @param low lower end of the 95 % interval; NaN where there is none
     * @param high upper end of the 95 % interval; NaN where there is none
     * @param n how many examples, tracks or runs it comes from
     */
    record Figure(double value, String unit, double low, double high, int n) {}
}
