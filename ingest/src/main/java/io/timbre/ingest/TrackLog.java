package io.timbre.ingest;

import io.timbre.schemas.avro.Track;

/** Where accepted tracks are announced. */
@FunctionalInterface
interface TrackLog {
    /**
     * Returns once the event is durable.
     *
     * @throws LogUnavailableException if it could not be made durable in time; announcing it again does no harm
     */
    void announce(Track track);
}
