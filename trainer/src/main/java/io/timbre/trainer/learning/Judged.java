package io.timbre.trainer.learning;

import io.timbre.schemas.avro.Judgement;
import io.timbre.schemas.avro.ReleaseVerdict;

/**
 * What came of a comparison.
 *
 * @param reason in words and figures
 */
record Judged(ReleaseVerdict verdict, String reason, Judgement judgement) {}
