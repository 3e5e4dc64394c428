package io.timbre.trainer.experiment;

import java.util.List;

/**
 * What a study found.
 *
 * @param name of the experiment, which names the report's files
 * @param command that gives this report again
 * @param data what it was run on, and what the paper had
 */
public record Report(String name, String title, String command, String data, List<Section> sections) {

    public Report {
        sections = List.copyOf(sections);
    }
}
