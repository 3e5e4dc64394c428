package io.timbre.cli;

import java.nio.file.Path;
import java.util.Map;

/**
 * One row of a table of labels.
 *
 * @param line of the table where it ends, from 1
 * @param track which it is of
 * @param label the fields of the API that it fills in: genre, and what else it names
 */
record LabelRow(long line, TrackRef track, Map<String, Object> label) {

    /** How a row names its track. */
    sealed interface TrackRef {
        record ById(String trackId) implements TrackRef {}

        record ByFile(Path file) implements TrackRef {}
    }
}
