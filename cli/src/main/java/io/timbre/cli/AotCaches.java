package io.timbre.cli;

import io.timbre.embedded.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * What a JVM loads, links and profiles while it starts, kept on disk so that the next start need not do it again (JEP
 * 483, 514 and 515).
 *
 * <p>A cache is made in three steps: the part runs once {@linkplain #recording recording}, ends in order, and another
 * JVM {@linkplain #create makes the cache} of what was recorded. The JVM refuses a cache whose class path has changed, so
 * a {@linkplain ClassPathKey key} of the class path is in the file's name, and a changed part simply has none.
 */
final class AotCaches {
    private static final List<String> QUIET = List.of("-Xlog:aot*=error", "-Xlog:cds*=error");

    private final Path folder;

    /**
     * @param folder below a target folder, since caches are as good as the build that they were made of
     */
    AotCaches(Path folder) {
        this.folder = folder;
    }

    boolean has(Part part) {
        return Files.exists(cacheOf(part));
    }

    /** The part as it starts from its cache if it has one, else as it is. */
    Part using(Part part) {
        return has(part) ? part.withOptions(QUIET).withOptions(List.of("-XX:AOTCache=" + cacheOf(part))) : part;
    }

    Part recording(Part part) {
        return part.withOptions(QUIET)
                .withOptions(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recordOf(part)));
    }

    /** Makes the cache of what the part recorded, under another name until it is whole. Says whether it could. */
    boolean create(Part part, PartLog log) throws IOException, InterruptedException {
        var unfinished = folder.resolve(part.name() + ".unfinished");
        var creator = part.withOptions(QUIET)
                .withOptions(List.of(
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + recordOf(part),
                        "-XX:AOTCache=" + unfinished,
                        "-Xmx512m"));
        var process = ChildProcess.start(creator.command(), log::add);
        try {
            if (process.awaitExit() != 0) {
                return false;
            }
            delete(part.name() + "-*.aot");
            Files.move(unfinished, cacheOf(part), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            process.stop(Duration.ZERO);
        }
    }

    void prepareFolder() throws IOException {
        Files.createDirectories(folder);
    }

    /** Deletes what was recorded, and caches that were not finished. */
    void discardRecords() throws IOException {
        delete("*.aotconf");
        delete("*.unfinished");
    }

    private void delete(String pattern) throws IOException {
        try (var files = Files.newDirectoryStream(folder, pattern)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    private Path recordOf(Part part) {
        return folder.resolve(part.name() + ".aotconf");
    }

    private Path cacheOf(Part part) {
        return folder.resolve(part.name() + "-" + ClassPathKey.of(part.command()) + ".aot");
    }
}
