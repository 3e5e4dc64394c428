package io.timbre.trainer.learning;

import io.timbre.schemas.avro.Judgement;
import io.timbre.schemas.avro.ReleaseVerdict;

/**
 * What came of a comparison.
 *
 * @param reason in words and figures
 * @param waits whether it may serve, but a person is to say so: the test is silent about some genres
 */
record Judged(ReleaseVerdict verdict, String reason, Judgement judgement, boolean waits) {

    static Judged rejected(String reason, Judgement judgement) {
        return new Judged(ReleaseVerdict.REJECTED, reason, judgement, false);
    }
}
