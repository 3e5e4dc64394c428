package io.timbre.inference;

import io.timbre.schemas.avro.ModelRelease;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Does beside the main stream what is wanted for some model, as long as it is wanted; begins anew, after a pause,
 * whenever it fails. Whatever happens here, the main stream does not hear of it.
 *
 * <p>One thread for as long as the service lives: models may be loaded on it.
 */
final class BackgroundWork implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BackgroundWork.class);

    /** Something that goes on until it is done, or not wanted any more. */
    @FunctionalInterface
    interface Work {
        void run(ModelRelease release, BooleanSupplier wanted);
    }

    private final String name;
    private final Work work;
    private final Duration pause;
    private final Runnable failures;
    private final ExecutorService thread;
    private volatile Optional<ModelRelease> wanted = Optional.empty();

    /** @param failures is told of each */
    BackgroundWork(String name, Work work, Duration pause, Runnable failures) {
        this.name = name;
        this.work = work;
        this.pause = pause;
        this.failures = failures;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** From now on this is wanted, or nothing; what was wanted before ends soon. */
    void want(Optional<ModelRelease> release) {
        if (!release.equals(wanted)) {
            wanted = release;
            release.ifPresent(next -> thread.execute(() -> keepAt(next)));
        }
    }

    private void keepAt(ModelRelease release) {
        BooleanSupplier isWanted = () -> wanted.equals(Optional.of(release)) && !thread.isShutdown();
        while (isWanted.getAsBoolean()) {
            try {
                LOG.infof("%s of %s begins", name, release.getModel());
                work.run(release, isWanted);
                LOG.infof("%s of %s ended", name, release.getModel());
                return;
            } catch (RuntimeException | Error failure) {
                if (!sleptAfter(failure, isWanted)) {
                    return;
                }
            }
        }
    }

    private boolean sleptAfter(Throwable failure, BooleanSupplier isWanted) {
        if (!isWanted.getAsBoolean()) {
            return false;
        }
        failures.run();
        LOG.warnf(failure, "%s failed, begins anew in %s", name, pause);
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stop) {
            return false;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
