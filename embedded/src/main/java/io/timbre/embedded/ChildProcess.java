package io.timbre.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A running JVM that this one started, that never outlives it, and whose output goes line by line to a log. */
public final class ChildProcess {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** Starts the command; {@code log} gets what it prints, on a thread of the child's own. */
    public static ChildProcess start(JavaCommand command, Consumer<String> log) {
        var builder = new ProcessBuilder(command.line()).redirectErrorStream(true);
        builder.environment().putAll(command.environment());
        try {
            var process = builder.start();
            Thread.ofPlatform().daemon().name("log-" + process.pid()).start(() -> copyLines(process, log));
            return new ChildProcess(process);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copyLines(Process process, Consumer<String> log) {
        try (var output = process.inputReader()) {
            output.lines().forEach(log);
        } catch (IOException | UncheckedIOException closed) {
            // The process has ended, and its output with it.
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end of the process; gives its exit status, 128 + the signal's number if a signal ended it. */
    public int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    /** Waits until the process is ready. Throws {@link IllegalStateException} if it ends first or takes too long. */
    public void awaitReady(Readiness readiness, Duration timeout) throws InterruptedException {
        var deadline = System.nanoTime() + timeout.toNanos();
        while (!readiness.isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("ended with status " + process.exitValue() + " before it was ready");
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not ready after " + timeout.toSeconds() + " s");
            }
            Thread.sleep(POLL);
        }
    }

    /**
     * Asks the process to end, and ends it by force when it has not done so within the grace, or when the caller is
     * interrupted. Returns when it is gone.
     */
    public void stop(Duration grace) throws InterruptedException {
        // Not Process.destroy, which closes the streams as well: what the child says last would be lost.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            throw hurry;
        }
    }
}
