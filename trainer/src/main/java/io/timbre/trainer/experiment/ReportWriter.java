package io.timbre.trainer.experiment;

import io.timbre.trainer.experiment.Section.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a report into a folder: {@code report.html} for people, {@code report.md} for repositories, {@code report.json}
 * for programs, and the pictures beside them. The same report gives the same bytes.
 */
public final class ReportWriter {
    private final Environment environment;

    /** @param environment that the studies run on */
    public ReportWriter(Environment environment) {
        this.environment = environment;
    }

    /**
     * Files of an earlier report are overwritten.
     *
     * @param command that gives the report again
     * @param folder made if it is not there
     * @return the page
     * @throws IOException if the folder cannot be written to
     */
    public Path write(Report report, String command, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var section : report.sections()) {
            if (section instanceof Picture picture) {
                Files.write(folder.resolve(picture.file()), picture.png());
            }
        }
        var document = new ReportDocument(report, command, environment);
        Files.writeString(folder.resolve("report.json"), ReportJson.of(report, command, environment));
        Files.writeString(folder.resolve("report.md"), document.markdown());
        return Files.writeString(folder.resolve("report.html"), ReportPage.of(report.title(), document.html()));
    }
}
