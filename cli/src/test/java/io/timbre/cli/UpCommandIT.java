package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code timbre up} as a process of its own, on the services that the build packaged. */
class UpCommandIT {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void leavesNoProcessWhenItsStartIsInterrupted() throws Exception {
        var up = start();
        var children = childrenOnceAllAreStarted(up);

        signal("INT", up);

        assertThat(up.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(up.exitValue()).as("128 + SIGINT").isEqualTo(130);
    }

    @Test
    void leavesNoProcessWhenItIsKilled() throws Exception {
        var up = start();
        var children = childrenOnceAllAreStarted(up);

        up.destroyForcibly();

        for (var child : children) {
            child.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private Process start() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dtimbre.home=" + System.getProperty("timbre.home"), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Timbre.class.getName()));
        command.addAll(
                List.of("up", "--no-aot", "--data-dir", folder.resolve("data").toString()));
        command.addAll(List.of("--port", Integer.toString(Ports.spare().gateway())));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("told").toFile())
                .start();
    }

    /** Broker, registry and the five services: none is ready for some seconds yet. */
    private List<ProcessHandle> childrenOnceAllAreStarted(Process up) throws InterruptedException {
        while (up.children().count() < 7) {
            assertThat(up.isAlive()).as(() -> "alive; it told " + output()).isTrue();
            Thread.sleep(20);
        }
        return up.descendants().toList();
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("told"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
