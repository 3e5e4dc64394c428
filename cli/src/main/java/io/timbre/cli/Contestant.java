package io.timbre.cli;

import java.io.IOException;

/** We, a library or a command: whoever can do jobs and be timed. */
interface Contestant {
    String name();

    /** Name and version, for people. */
    String description();

    boolean does(SignalTask task);

    /**
     * Does a job so many times, one after the other.
     *
     * @param lane which of those that work at the same time, each on tracks of its own, on one core each
     */
    Span work(SignalJob job, int times, int lane) throws IOException;

    /** What comes of the job, row-major; of complex numbers first all real parts. */
    float[] result(SignalJob job) throws IOException;

    /** When work began and ended, by one clock for all lanes of a contestant. */
    record Span(long beganNanos, long endedNanos) {}
}
