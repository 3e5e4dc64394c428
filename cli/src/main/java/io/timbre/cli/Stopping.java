package io.timbre.cli;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stops parts side by side; closing waits until all of them are gone. */
final class Stopping implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    void begin(Supervised part, Duration grace) {
        threads.execute(() -> {
            try {
                part.stop(grace);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        threads.close();
    }
}
