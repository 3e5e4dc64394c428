package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.embedded.ChildProcess;
import io.timbre.embedded.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCachesIT {
    private final Queue<String> output = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    private AotCaches caches;
    private Path jar;
    private Part part;

    @BeforeEach
    void packGreeter() throws IOException {
        jar = folder.resolve("greeter.jar");
        try (var file = new JarOutputStream(Files.newOutputStream(jar))) {
            var name = Greeter.class.getName().replace('.', '/') + ".class";
            file.putNextEntry(new JarEntry(name));
            file.write(Files.readAllBytes(Path.of("target/test-classes", name)));
        }
        var command = new JavaCommand(
                List.of("-XX:+UseSerialGC"), List.of(jar), Greeter.class.getName(), List.of(), Map.of());
        part = new Part("greeter", "nowhere", command, () -> true);
        caches = new AotCaches(folder.resolve("aot"));
        caches.prepareFolder();
    }

    @Test
    void loadAPartsClassesFromWhatItRecorded() throws Exception {
        assertThat(caches.has(part)).isFalse();
        assertThat(caches.using(part)).isEqualTo(part);

        makeCache();

        assertThat(caches.has(part)).isTrue();
        runToItsEnd(caches.using(part).withOptions(List.of("-Xlog:class+load=info")));
        assertThat(output)
                .contains("good morning")
                .anyMatch(
                        line -> line.contains(Greeter.class.getName()) && line.endsWith("source: shared objects file"));
    }

    @Test
    void areForgottenWhenAJarChangesAndReplacedByTheNext() throws Exception {
        makeCache();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));

        assertThat(caches.has(part)).isFalse();
        makeCache();

        try (var files = Files.list(folder.resolve("aot"))) {
            assertThat(files).singleElement().satisfies(file -> assertThat(file).hasExtension("aot"));
        }
    }

    private void makeCache() throws IOException, InterruptedException {
        runToItsEnd(caches.recording(part));
        try (var log = PartLog.open(folder, "cache", output::add)) {
            assertThat(caches.create(part, log)).isTrue();
        }
        caches.discardRecords();
    }

    private void runToItsEnd(Part adjusted) throws InterruptedException {
        assertThat(ChildProcess.start(adjusted.command(), output::add).awaitExit())
                .as(() -> "exit status after " + output)
                .isZero();
    }

    public static final class Greeter {
        public static void main(String[] arguments) {
            System.out.println("good morning");
        }
    }
}
