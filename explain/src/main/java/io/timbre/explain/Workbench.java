package io.timbre.explain;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.timbre.schemas.RejectedException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * One thread, which works on one explanation after the other; logs and times each. What fails because the world is unwell
 * is begun anew after a pause, behind what has come in the meantime.
 */
final class Workbench implements Works, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Workbench.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final AnswerOnce answers;
    private final Duration pause;
    private final MeterRegistry meters;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("explainer").daemon().factory());
    private volatile boolean closed;

    /** @param pause before what failed is begun anew */
    Workbench(AnswerOnce answers, Duration pause, MeterRegistry meters) {
        this.answers = answers;
        this.pause = pause;
        this.meters = meters;
    }

    @Override
    public CompletableFuture<ExplanationState> begin(ExplanationJob job) {
        answers.queue(job.asked());
        var promise = new CompletableFuture<ExplanationState>();
        thread.execute(() -> work(job, promise));
        return promise;
    }

    @Override
    public ExplanationState refuse(Asked asked, RejectedException rejection) {
        var failed = answers.refuse(asked, rejection);
        count("none", failed);
        return failed;
    }

    private void work(ExplanationJob job, CompletableFuture<ExplanationState> promise) {
        if (promise.isDone()) {
            return;
        }
        MDC.put("track_id", job.asked().trackId());
        try {
            var began = Timer.start(meters);
            var state = answers.answer(job, () -> closed || promise.isCancelled());
            began.stop(latency(job.asked().method()));
            count(job.asked().method(), state);
            LOG.infof(
                    "%s %s of %s: %s",
                    job.asked().method(), job.id(), job.asked().trackId(), state.outcome());
            promise.complete(state);
        } catch (CancellationException abandoned) {
            LOG.infof("left %s to another", job.id());
        } catch (RuntimeException | Error failure) {
            if (!closed) {
                LOG.warnf(failure, "%s begins anew in %s", job.id(), pause);
                thread.schedule(() -> work(job, promise), pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            MDC.remove("track_id");
        }
    }

    private Timer latency(String method) {
        return Timer.builder("timbre.explanation.latency")
                .tag("method", method)
                .publishPercentileHistogram()
                .register(meters);
    }

    /** @param method of those there are, since tags come from closed sets */
    private void count(String method, ExplanationState state) {
        meters.counter("timbre.explanations", "method", method, "outcome", state.outcome())
                .increment();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.shutdownNow();
        if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("an explanation did not stop within %s", PATIENCE);
        }
    }
}
