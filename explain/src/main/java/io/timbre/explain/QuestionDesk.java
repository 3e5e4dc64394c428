package io.timbre.explain;

import io.timbre.schemas.NotDurableException;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.ExplanationRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Takes questions: each is checked, and put on the topic unless there is an answer already. */
final class QuestionDesk {
    private final Function<ExplanationRequest, ExplanationJob> admission;
    private final ExplanationArchive archive;
    private final RequestLog log;
    private final BooleanSupplier hasRoom;

    /**
     * @param admission rejects what cannot be worked on
     * @param hasRoom whether one more may wait for its turn
     */
    QuestionDesk(
            Function<ExplanationRequest, ExplanationJob> admission,
            ExplanationArchive archive,
            RequestLog log,
            BooleanSupplier hasRoom) {
        this.admission = admission;
        this.archive = archive;
        this.log = log;
        this.hasRoom = hasRoom;
    }

    /** Why a sound question is not taken. */
    static RejectedException tooBusy() {
        return new RejectedException(Reason.TOO_BUSY, "as many explanations wait for their turn as may");
    }

    /**
     * What is known of the explanation once its request is durable. One that failed or was cancelled is asked for again; one
     * that is under way is announced again, which has no effect unless the first event was lost.
     *
     * @throws RejectedException if the request cannot be worked on, or not now
     * @throws NotDurableException if the request could not be made durable; the client may retry
     */
    ExplanationState ask(ExplanationRequest request) {
        var asked = admission.apply(request).asked();
        var known = archive.find(asked.explanationId());
        if (known.filter(state -> state.status() == ExplanationState.Status.COMPLETE)
                .isPresent()) {
            return known.get();
        }
        return known.filter(ExplanationState::isUnderWay)
                .filter(state -> !archive.isCancelled(state.asked()))
                .map(state -> announced(asked, request, state))
                .orElseGet(() -> queued(asked, request));
    }

    /** Told before it is announced: told afterwards, it could hide that the work has failed by then. */
    private ExplanationState queued(Asked asked, ExplanationRequest request) {
        if (!hasRoom.getAsBoolean()) {
            throw tooBusy();
        }
        try {
            var queued = ExplanationState.queued(asked);
            archive.tell(queued);
            return announced(asked, request, queued);
        } catch (NotDurableException away) {
            forget(asked);
            throw away;
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private ExplanationState announced(Asked asked, ExplanationRequest request, ExplanationState state) {
        log.announce(asked, request);
        return state;
    }

    private void forget(Asked asked) {
        try {
            archive.forget(asked.explanationId());
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private static UncheckedIOException unavailable(IOException e) {
        return new UncheckedIOException("the object store does not take what is told of explanations", e);
    }
}
