package io.timbre.explain;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Question;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.RejectedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Works on explanations of tracks in the object store, each once: an answer that is whole in the archive is given again,
 * one that is not is worked on from the start.
 */
final class AnswerOnce {
    /** As {@link Explainer#explain}. */
    @FunctionalInterface
    interface Explanations {
        Answer explain(Path file, Question question, Progress progress) throws IOException;
    }

    private final Function<String, Explanations> explanations;
    private final ObjectStore store;
    private final ExplanationArchive archive;
    private final Duration limit;

    /**
     * @param explanations by the version of the model that is to be explained; rejects one that is not at hand
     * @param limit longest time of one explanation
     */
    AnswerOnce(
            Function<String, Explanations> explanations,
            ObjectStore store,
            ExplanationArchive archive,
            Duration limit) {
        this.explanations = explanations;
        this.store = store;
        this.archive = archive;
        this.limit = limit;
    }

    /**
     * The answer, or why there is none; either is in the archive when this returns.
     *
     * @param abandoned asked now and then whether to stop without a word
     * @throws java.util.concurrent.CancellationException if the work was abandoned
     * @throws UncheckedIOException if the object store is away
     */
    ExplanationState answer(ExplanationJob job, BooleanSupplier abandoned) {
        return archive.answer(job.id()).orElseGet(() -> work(job, abandoned));
    }

    private ExplanationState work(ExplanationJob job, BooleanSupplier abandoned) {
        var progress = new ReportedProgress(job.asked(), archive, limit, abandoned);
        try {
            var answer = explanations
                    .apply(job.asked().model())
                    .explain(store.require(job.objectUri()), job.question(), progress);
            return archive.keep(job.asked(), answer);
        } catch (RejectedException rejection) {
            return refuse(job.asked(), rejection);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot explain " + job.id(), e);
        }
    }

    /** There will be no answer, unless it is whole already: then it is given, whatever speaks against a new one. */
    ExplanationState refuse(Asked asked, RejectedException rejection) {
        return archive.answer(asked.explanationId()).orElseGet(() -> {
            var failed = ExplanationState.failed(asked, rejection);
            tell(failed);
            return failed;
        });
    }

    /** Somebody will work on it. */
    void queue(Asked asked) {
        if (archive.answer(asked.explanationId()).isEmpty()) {
            tell(ExplanationState.queued(asked));
        }
    }

    /** Whether it was cancelled since it was asked for. */
    boolean isCancelled(Asked asked) {
        return archive.isCancelled(asked);
    }

    private void tell(ExplanationState state) {
        try {
            archive.tell(state);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell of " + state.asked().explanationId(), e);
        }
    }
}
