package io.timbre.trainer.experiment;

import io.timbre.trainer.experiment.Section.Picture;
import java.util.HashSet;
import java.util.List;

/**
 * What a study found. Title and data are plain text.
 *
 * @param name of the experiment, which names the report's files
 * @param data what it was run on, and what the paper had
 */
public record Report(String name, String title, String data, List<Section> sections) {

    public Report {
        sections = List.copyOf(sections);
        var files = new HashSet<String>();
        for (var section : sections) {
            if (section instanceof Picture picture && !files.add(picture.file())) {
                throw new IllegalArgumentException("two pictures must not share the file " + picture.file());
            }
        }
    }
}
