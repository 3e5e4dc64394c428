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

    boolean isEmpty() {
        return outcomes.isEmpty();
    }

    /** 0, or 1 where a file was rejected or failed. */
    int exitStatus() {
        return count(Outcome.Tagged.class) == outcomes.size() ? 0 : 1;
    }

    /** How many files went which way, for the last line. */
    String summary() {
        return count(Outcome.Tagged.class) + " tagged, " + count(Outcome.Rejected.class) + " rejected, "
                + count(Outcome.Failed.class) + " failed";
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
                case Outcome.Failed failed -> table.row(failed.file(), "failed", "", failed.failed());
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

    private long count(Class<? extends Outcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }
}
