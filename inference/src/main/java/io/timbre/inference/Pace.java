package io.timbre.inference;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets so many pass a second, evenly. For one thread. */
final class Pace {
    private final long nanosBetween;
    private long next = System.nanoTime();

    /** @param perSecond at least 1 */
    Pace(int perSecond) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("perSecond must be >= 1: was " + perSecond);
        }
        this.nanosBetween = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Returns when the next one may pass; at once if the thread is interrupted. */
    void await() {
        long wait = next - System.nanoTime();
        while (wait > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(wait);
            wait = next - System.nanoTime();
        }
        next = System.nanoTime() + nanosBetween;
    }
}
