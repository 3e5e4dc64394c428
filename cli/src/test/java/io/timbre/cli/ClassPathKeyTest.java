package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.embedded.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathKeyTest {
    @TempDir
    Path folder;

    private Path library;
    private Path runner;

    @BeforeEach
    void writeARunnerThatNamesALibrary() throws IOException {
        library = Files.writeString(folder.resolve("library.jar"), "1");
        runner = folder.resolve("runner.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "library.jar");
        new JarOutputStream(Files.newOutputStream(runner), manifest).close();
    }

    @Test
    void staysAsItIsWhenOnlyPortsAndFoldersChange() {
        assertThat(key(List.of("-Xmx64m", "-Dport=1"), "there")).isEqualTo(key(List.of("-Xmx64m", "-Dport=2"), "here"));
    }

    @Test
    void changesWithTheOptionsOfTheJvm() {
        assertThat(key(List.of("-Xmx64m"), "")).isNotEqualTo(key(List.of("-Xmx65m"), ""));
    }

    @Test
    void changesWithAJarThatOnlyTheManifestNames() throws IOException {
        var before = key(List.of(), "");

        Files.writeString(library, "22");

        assertThat(key(List.of(), "")).isNotEqualTo(before);
    }

    private String key(List<String> options, String argument) {
        return ClassPathKey.of(new JavaCommand(options, List.of(runner), "Main", List.of(argument), Map.of()));
    }
}
