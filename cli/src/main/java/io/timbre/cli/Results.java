package io.timbre.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The outcomes of a command, and how they are shown. */
final class Results {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Outcome> outcomes = new ArrayList<>();

    void add(Outcome outcome) {
        outcomes.add(outcome);
    }

    /** 0, or 1 where files were rejected. */
    int exitStatus() {
        return rejected() == 0 ? 0 : 1;
    }

    /** How many files went which way, for the last line. */
    String summary() {
        return outcomes.size() - rejected() + " tagged, " + rejected() + " rejected";
    }

    /** A row a file, for people. */
    String table() {
        var table = new StatusTable("file", "genre", "confidence", "note");
        for (var outcome : outcomes) {
            switch (outcome) {
                case Outcome.Tagged tagged ->
                    table.row(
                            tagged.file(), tagged.genre(), String.format(Locale.ROOT, "%.2f", tagged.confidence()), "");
                case Outcome.Rejected rejected ->
                    table.row(rejected.file(), "rejected", "", rejected.rejected() + ": " + rejected.detail());
            }
        }
        return table.toString();
    }

    /** One JSON object without a line's end, for programs. */
    static String json(Object line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + line, e);
        }
    }

    private long rejected() {
        return outcomes.stream().filter(Outcome.Rejected.class::isInstance).count();
    }
}
