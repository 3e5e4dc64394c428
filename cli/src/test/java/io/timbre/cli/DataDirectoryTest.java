package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path folder;

    @Test
    void keepsWhatIsThere() throws IOException {
        writeAnObject();

        try (var data = DataDirectory.open(folder, false)) {
            assertThat(data.objects().resolve("ab/12")).hasContent("sound");
        }
    }

    @Test
    void startsAnewByDeletingOnlyWhatIsOurs() throws IOException {
        writeAnObject();
        Files.writeString(folder.resolve("thesis.tex"), "somebody else's");

        try (var data = DataDirectory.open(folder, true)) {
            assertThat(data.objects()).doesNotExist();
            assertThat(folder.resolve("thesis.tex")).exists();
        }
    }

    @Test
    void leavesAFolderOfSomebodyElseAsItIs() throws IOException {
        Files.createDirectories(folder.resolve("logs"));

        for (var fresh : List.of(false, true)) {
            assertThatThrownBy(() -> DataDirectory.open(folder, fresh))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("--data-dir");
            assertThat(folder).isDirectoryContaining("glob:**/logs").isDirectoryNotContaining("glob:**.lock");
        }
    }

    @Test
    void startsAnewInAFolderThatIsEmptyOrAbsent() throws IOException {
        DataDirectory.open(folder, true).close();
        DataDirectory.open(folder.resolve("not/yet"), true).close();

        assertThat(folder.resolve("not/yet")).isDirectory();
    }

    @Test
    void belongsToOneChainAtATime() throws IOException {
        try (var _ = DataDirectory.open(folder, false)) {
            assertThatThrownBy(() -> DataDirectory.open(folder, true))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining("another `timbre up`")
                    .hasMessageContaining("--data-dir");
        }
        DataDirectory.open(folder, false).close();
    }

    private void writeAnObject() throws IOException {
        try (var data = DataDirectory.open(folder, false)) {
            Files.createDirectories(data.objects().resolve("ab"));
            Files.writeString(data.objects().resolve("ab/12"), "sound");
        }
    }
}
