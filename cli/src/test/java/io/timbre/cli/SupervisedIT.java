package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timbre.embedded.ChildProcess;
import io.timbre.embedded.JavaCommand;
import io.timbre.embedded.Readiness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void startsAPartAgainThatWasKilledAndSaysWhatItsLastWordsWere() throws Exception {
        var worker = supervise(Worker.class);
        worker.start().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        var first = pidOf(worker);

        assertThat(ProcessHandle.of(first).orElseThrow().destroyForcibly()).isTrue();

        await(() -> pidOf(worker) != first && worker.status().startTime().isPresent());
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("worker was killed (SIGKILL", "starting it again in 1.0 s", "    at work");
        worker.stop(PATIENCE);
    }

    @Test
    void triesAgainWhenAPartCannotBeStartedAgain() throws Exception {
        var worker = supervise(Worker.class);
        worker.start().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        var first = pidOf(worker);
        var java = System.getProperty("java.home");
        try {
            System.setProperty("java.home", folder.toString());
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            await(() -> told.toString(StandardCharsets.UTF_8).contains("worker cannot be started"));
        } finally {
            System.setProperty("java.home", java);
        }

        await(() -> worker.status().startTime().isPresent() && pidOf(worker) != first);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("starting it again in 2.0 s");
        worker.stop(PATIENCE);
    }

    @Test
    void leavesNoProcessBehindWhenItStops() throws Exception {
        var worker = supervise(Worker.class);
        worker.start().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        var process = worker.status().process().orElseThrow();

        worker.stop(PATIENCE);

        assertThat(process.isAlive()).isFalse();
        Thread.sleep(1_500); // Longer than the pause before a restart.
        assertThat(pidOf(worker)).isEqualTo(process.pid());
    }

    @Test
    void failsWhenAPartEndsBeforeItWasReady() throws Exception {
        var worker = supervise(Refuser.class);

        assertThatThrownBy(() -> worker.start().get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("worker ended with status 4 before it was ready")
                .hasMessageContaining("no sound card");
        worker.stop(PATIENCE);
    }

    private Supervised supervise(Class<?> main) throws IOException {
        var file = folder.resolve("worker.log");
        Readiness saidSo = () -> contains(file, "at work");
        var command = new JavaCommand(
                List.of("-Xmx32m", "-XX:TieredStopAtLevel=1"),
                List.of(Path.of("target/test-classes")),
                main.getName(),
                List.of(),
                Map.of());
        var part = new Part("worker", "nowhere", command, saidSo);
        var log = PartLog.open(folder, part.name(), line -> {});
        return new Supervised(part, log, new Narrator(new PrintStream(told, true, StandardCharsets.UTF_8)));
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static long pidOf(Supervised worker) {
        return worker.status().process().map(ChildProcess::pid).orElseThrow();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    public static final class Worker {
        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("at work");
            Thread.currentThread().join();
        }
    }

    public static final class Refuser {
        public static void main(String[] arguments) {
            System.out.println("no sound card");
            System.exit(4);
        }
    }
}
