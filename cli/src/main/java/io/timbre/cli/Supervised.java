package io.timbre.cli;

import io.timbre.embedded.ChildProcess;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

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
            while (!isStopping()) {
                var begin = Instant.now();
                var ending = run();
                if (isStopping() || firstReady.state() != Future.State.SUCCESS) {
                    return;
                }
                var wait = pause.after(Duration.between(begin, Instant.now()));
                narrator.ended(part.name(), ending, wait, log.lastWords());
                Thread.sleep(wait);
            }
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts the process and stays with it until it is gone; says how it ended. */
    private String run() throws InterruptedException {
        Optional<ChildProcess> process;
        try {
            process = spawn();
        } catch (UncheckedIOException failure) {
            status = Status.waiting();
            firstReady.completeExceptionally(failure);
            return "cannot be started (" + failure.getMessage() + ")";
        }
        return process.isPresent() ? Narrator.ending(attend(process.get())) : "is to stop";
    }

    /** Empty once nothing may be started any more. */
    private synchronized Optional<ChildProcess> spawn() {
        if (stopping) {
            return Optional.empty();
        }
        var process = Optional.of(ChildProcess.start(part.command(), log::add));
        status = new Status(process, Instant.now(), Optional.empty());
        return process;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private int attend(ChildProcess process) throws InterruptedException {
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
