package io.timbre.explain;

import io.timbre.schemas.NotDurableException;
import io.timbre.schemas.avro.ExplanationRequest;

/** Where questions are put for whichever replica is to work on them. */
@FunctionalInterface
interface RequestLog {
    /**
     * Returns once the event is durable.
     *
     * @throws NotDurableException if it could not be made durable in time; announcing it again does no harm
     */
    void announce(Asked asked, ExplanationRequest request);
}
