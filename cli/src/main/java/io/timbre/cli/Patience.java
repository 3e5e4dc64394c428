package io.timbre.cli;

import java.time.Duration;

/** How long to wait without a sign of life. Safe to share between threads. */
final class Patience {
    private final Duration limit;
    private volatile long lastSign = System.nanoTime();

    Patience(Duration limit) {
        this.limit = limit;
    }

    /** There was a sign of life: the wait begins anew. */
    void begin() {
        lastSign = System.nanoTime();
    }

    /** What is left of it; zero or less when it has ended. */
    Duration left() {
        return limit.minusNanos(System.nanoTime() - lastSign);
    }
}
