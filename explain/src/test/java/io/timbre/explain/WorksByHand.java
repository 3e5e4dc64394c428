package io.timbre.explain;

import io.timbre.schemas.RejectedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Work that is done when a test says so. */
final class WorksByHand implements Works {
    boolean hasRoom = true;
    boolean cancelled;
    final List<String> begun = new ArrayList<>();
    final Map<String, CompletableFuture<ExplanationState>> promises = new HashMap<>();

    @Override
    public CompletableFuture<ExplanationState> begin(ExplanationJob job) {
        begun.add(job.id());
        var promise = new CompletableFuture<ExplanationState>();
        promises.put(job.id(), promise);
        return promise;
    }

    @Override
    public boolean hasRoom() {
        return hasRoom;
    }

    @Override
    public boolean isCancelled(Asked asked) {
        return cancelled;
    }

    @Override
    public ExplanationState refuse(Asked asked, RejectedException rejection) {
        return ExplanationState.failed(asked, rejection);
    }

    void finish(ExplanationState state) {
        promises.get(state.asked().explanationId()).complete(state);
    }
}
