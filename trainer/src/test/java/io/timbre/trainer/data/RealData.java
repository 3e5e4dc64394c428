package io.timbre.trainer.data;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;

/** The data folder, which is not part of the project. */
public final class RealData {

    private RealData() {}

    /** The folder, or the test is skipped. */
    public static Path folder() {
        var folder =
                Path.of(System.getProperty("timbre.data", System.getProperty("timbre.home", "..") + "/../shared/data"));
        assumeThat(folder).as("needs the data folder: set -Dtimbre.data").isDirectory();
        return folder;
    }
}
