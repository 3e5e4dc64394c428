package io.timbre.explain;

import io.timbre.schemas.RejectedException;
import java.util.concurrent.CompletableFuture;

/** Where explanations are worked on, away from the threads that ask for them. */
interface Works {

    /**
     * Begins to work on an explanation. While the world is unwell it is tried again; any other failure ends in one that
     * says so.
     *
     * @return the answer, or why there is none, once that is in the object store; cancel it to abandon the work
     */
    CompletableFuture<ExplanationState> begin(ExplanationJob job);

    /** Whether one more may wait for its turn. */
    boolean hasRoom();

    /** Whether the explanation was cancelled since it was asked for. */
    boolean isCancelled(Asked asked);

    /** Says why there will be no answer; the answer if there is one already. */
    ExplanationState refuse(Asked asked, RejectedException rejection);
}
