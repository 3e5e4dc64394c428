package io.timbre.trainer.learning;

import io.timbre.schemas.avro.ModelRelease;
import java.util.concurrent.CompletableFuture;

/** Where the work of learning is done, away from the thread that decides about models. */
interface Trainings {

    /**
     * Begins with a run. While the world is unwell it is tried again; any other failure ends in an outcome that says so.
     *
     * @param stages told how far it is, and asked whether to go on
     */
    CompletableFuture<Outcome> begin(TrainingJob job, Stages stages);

    /** The release of the model that this service came with, once its artefact is in the object store. */
    CompletableFuture<ModelRelease> shipped();
}
