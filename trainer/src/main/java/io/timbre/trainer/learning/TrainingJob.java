package io.timbre.trainer.learning;

import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.LearningRequest;

/** A run that it is the turn of, and the models that there are when it begins. */
record TrainingJob(LearningRequest request, Releases releases) {}
