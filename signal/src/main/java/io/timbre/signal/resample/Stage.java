package io.timbre.signal.resample;

/** A sink that may hold native memory. */
@FunctionalInterface
interface Stage extends SampleSink, AutoCloseable {
    @Override
    default void close() {}
}
