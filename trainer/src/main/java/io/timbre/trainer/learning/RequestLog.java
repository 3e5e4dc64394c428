package io.timbre.trainer.learning;

import io.timbre.schemas.NotDurableException;
import io.timbre.schemas.avro.LearningRequest;

/** Where requests are put for the one who decides about models. */
@FunctionalInterface
interface RequestLog {
    /**
     * Returns once the event is durable.
     *
     * @throws NotDurableException if it could not be made durable in time; announcing it again does no harm
     */
    void announce(LearningRequest request);
}
