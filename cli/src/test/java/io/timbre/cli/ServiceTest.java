package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTest {
    @TempDir
    private Path folder;

    @Test
    void aStarterIsFoundWhereItMayBeRunAndNowhereElse() throws IOException {
        var nice = Files.createFile(folder.resolve("nice"));
        var path = "elsewhere" + File.pathSeparator + folder;

        assertThat(nice.toFile().setExecutable(false)).isTrue();
        assertThat(Service.isOnPath("nice", path)).isFalse();
        assertThat(nice.toFile().setExecutable(true)).isTrue();
        assertThat(Service.isOnPath("nice", path)).isTrue();
        assertThat(Service.isOnPath("nice", "elsewhere")).isFalse();
        assertThat(Service.isOnPath("nice", "")).isFalse();
    }
}
