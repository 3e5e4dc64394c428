package io.timbre.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {
    private static final int LIMIT = 30;

    @TempDir
    private Path folder;

    private int fetched;

    private Path ask(String name, int bytes) throws IOException {
        return new FileCache(folder, LIMIT).file(name, target -> {
            fetched++;
            Files.write(target, new byte[bytes]);
        });
    }

    @Test
    void fetchesOnceWhatIsAskedForTwice() throws IOException {
        assertThat(ask("a", 10)).isEqualTo(ask("a", 10)).hasSize(10);
        assertThat(fetched).isEqualTo(1);
    }

    @Test
    void letsGoOfWhatWasNotAskedForLongest() throws IOException {
        age(ask("a", 10), 3);
        age(ask("b", 10), 2);
        age(ask("c", 10), 1);
        ask("a", 10);

        ask("d", 10);

        assertThat(folder).isDirectoryNotContaining(file -> file.endsWith("b"));
        assertThat(Files.list(folder)).hasSize(3);
    }

    @Test
    void keepsTheOneThatIsAskedForHoweverLargeItIs() throws IOException {
        age(ask("a", 10), 1);

        assertThat(ask("large", 2 * LIMIT)).exists();
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void whatCannotBeFetchedWholeLeavesNothingBehind() {
        var cache = new FileCache(folder, LIMIT);

        assertThatIOException()
                .isThrownBy(() -> cache.file("a", target -> {
                    Files.write(target, new byte[3]);
                    throw new IOException("the line is dead");
                }));
        assertThat(folder).isEmptyDirectory();
    }

    private static void age(Path file, int minutes) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60L * minutes)));
    }
}
