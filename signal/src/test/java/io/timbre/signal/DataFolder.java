package io.timbre.signal;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Objects;

/** The folder of real recordings, which is not part of the project: tests that want it are skipped without it. */
public final class DataFolder {
    private DataFolder() {}

    /** A folder of it, named by {@code -Dtimbre.data}, {@code TIMBRE_DATA}, or standing beside the project. */
    public static Path require(String name) {
        Path folder = root().resolve(name);
        assumeThat(folder)
                .as("skipped without the data folder; set -Dtimbre.data")
                .isDirectory();
        return folder;
    }

    private static Path root() {
        String environment = Objects.requireNonNullElse(
                System.getenv("TIMBRE_DATA"), System.getProperty("timbre.home", "") + "/../shared/data");
        return Path.of(System.getProperty("timbre.data", environment));
    }
}
