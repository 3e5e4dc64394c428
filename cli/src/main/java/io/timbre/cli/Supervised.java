package io.timbre.cli;

import io.timbre.embedded.ChildProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A part that is kept running: started, watched, and when it dies started again, after a pause that doubles while it
 * keeps dying. A part that dies before it was ready for the first time is not started again: that is a failure to tell.
 */
final class Supervised {
    private static final Duration READY_LIMIT = Duration.ofMinutes(3);

    private final Part part;
    private final PartLog log;
    private final Narrator narrator;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private volatile Status status = Status.waiting();
    private boolean stopping;

    Supervised(Part part, PartLog log, Narrator narrator) {
        this.part = part;
        this.log = log;
        this.narrator = narrator;
    }

    /**
     * @param since when the running process was started
     * @param startTime from then until it was ready; empty while it is not
     */
    record Status(Optional<ChildProcess> process, Instant since, Optional<Duration> startTime) {
        static Status waiting() {
            return new Status(Optional.empty(), Instant.EPOCH, Optional.empty());
        }
    }

    Part part() {
        return part;
    }

    Status status() {
        return status;
    }

    /** Completes when the part is ready for the first time; exceptionally if it dies before. */
    CompletableFuture<Void> start() {
        Thread.ofVirtual().name(part.name()).start(this::keepRunning);
        return firstReady;
    }

    /** Ends the process, by force after the grace, for good. Returns when it is gone. */
    void stop(Duration grace) throws InterruptedException {
        Optional<ChildProcess> process;
        synchronized (this) {
            stopping = true;
            process = status.process();
        }
        if (process.isPresent()) {
            process.get().stop(grace);
        }
        log.close();
    }

    private void keepRunning() {
        var pause = new BackOff();
        try {
            while (spawn()) {
                var exitStatus = runOnce();
                if (isStopping() || !firstReady.isDone() || firstReady.isCompletedExceptionally()) {
                    return;
                }
                var wait = pause.after(Duration.between(status.since(), Instant.now()));
                narrator.died(part.name(), exitStatus, wait, log.lastWords());
                Thread.sleep(wait);
            }
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean spawn() {
        if (stopping) {
            return false;
        }
        try {
            status = new Status(
                    Optional.of(ChildProcess.start(part.command(), log::add)), Instant.now(), Optional.empty());
            return true;
        } catch (RuntimeException failure) {
            firstReady.completeExceptionally(failure);
            return false;
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private int runOnce() throws InterruptedException {
        var process = status.process().orElseThrow();
        try {
            process.awaitReady(part.readiness(), READY_LIMIT);
            becameReady();
        } catch (IllegalStateException neverReady) {
            process.stop(Duration.ofSeconds(1));
            firstReady.completeExceptionally(
                    new CommandFailedException(part.name() + " " + neverReady.getMessage() + ". " + log.lastWords()));
        }
        return process.awaitExit();
    }

    private void becameReady() {
        var startTime = Duration.between(status.since(), Instant.now());
        status = new Status(status.process(), status.since(), Optional.of(startTime));
        narrator.ready(part.name(), startTime);
        firstReady.complete(null);
    }
}
