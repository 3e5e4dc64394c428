package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartLogTest {
    @TempDir
    Path folder;

    @Test
    void keepsTheLogOfTheRunBefore() throws IOException {
        write("first");
        write("second");

        assertThat(folder.resolve("worker.log")).hasContent("second");
        assertThat(folder.resolve("worker.log.1")).hasContent("first");
    }

    @Test
    void neverHoldsMuchMoreThanTwoFilesOfTheLongestLength() throws IOException {
        try (var log = PartLog.open(folder, "worker", 10, line -> {})) {
            for (var line : new String[] {"12345678", "second", "third", "fourth", "fifth"}) {
                log.add(line);
            }
        }

        // 9 + 7 characters with their line ends are the first file, 6 + 7 the next.
        assertThat(folder).isDirectoryNotContaining("glob:**.log.2");
        assertThat(folder.resolve("worker.log.1")).hasContent("third\nfourth");
        assertThat(folder.resolve("worker.log")).hasContent("fifth");
    }

    @Test
    void remembersTheLastWordsAcrossFiles() throws IOException {
        try (var log = PartLog.open(folder, "worker", 10, line -> {})) {
            log.add("out of memory");
            log.add("good bye");

            assertThat(log.lastWords())
                    .contains("    out of memory\n    good bye")
                    .contains("worker.log");
        }
    }

    private void write(String line) throws IOException {
        try (var log = PartLog.open(folder, "worker", ignored -> {})) {
            log.add(line);
        }
    }
}
