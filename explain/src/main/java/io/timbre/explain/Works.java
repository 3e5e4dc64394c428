package io.timbre.explain;

import io.timbre.schemas.RejectedException;
import java.util.concurrent.CompletableFuture;

/** Where explanations are worked on, away from the threads that ask for them. */
interface Works {

    /**
     * Begins to work on an explanation; another failure than a rejection is tried again there until it passes.
     *
     * @return the answer, or why there is none, once that is in the object store; cancel it to abandon the work
     */
    CompletableFuture<ExplanationState> begin(ExplanationJob job);

    /** Says why there will be no answer. */
    ExplanationState refuse(Asked asked, RejectedException rejection);
}
