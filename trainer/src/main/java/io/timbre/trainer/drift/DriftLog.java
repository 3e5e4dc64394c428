package io.timbre.trainer.drift;

import io.timbre.schemas.NotDurableException;
import io.timbre.schemas.avro.DriftBaseline;
import io.timbre.schemas.avro.DriftChoice;

/** Where baselines and choices between them are put, the last word of each counting. */
interface DriftLog {
    /** @throws NotDurableException if it could not be made durable in time */
    void announce(DriftBaseline baseline);

    /** @throws NotDurableException if it could not be made durable in time */
    void announce(DriftChoice choice);
}
