package io.timbre.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** What uploads that came to no end have left in a staging folder. */
final class Abandoned {
    private Abandoned() {}

    /** Removes files that nothing was added to for so long. */
    static void remove(Path folder, Duration age) throws IOException {
        var oldest = Instant.now().minus(age);
        try (Stream<Path> staged = Files.list(folder)) {
            for (var file : staged.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
