package io.timbre.signal.resample;

import io.timbre.signal.SampleSink;

/** A sink that may hold native memory. */
@FunctionalInterface
interface Stage extends SampleSink, AutoCloseable {
    @Override
    default void close() {}
}
