package io.timbre.cli;

/** A network that waits for its batch. */
interface ReadyNetwork extends Contest.Work, AutoCloseable {
    @Override
    void close();
}
