package io.timbre.ingest;

import io.timbre.schemas.NotDurableException;

/** Where what happened is announced. */
@FunctionalInterface
interface EventLog<V> {
    /**
     * Returns once the event is durable.
     *
     * @throws NotDurableException if it could not be made durable in time; announcing it again does no harm
     */
    void announce(V value);
}
