package io.timbre.explain;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.timbre.explain.answer.Method;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * One thread, which works on one explanation after the other; logs and times each. What fails because the world is unwell
 * is begun anew after a pause, behind what has come in the meantime, until it passes. What fails for another reason is
 * tried once more, and then fails for good. After an error of the machine, such as memory that ran out, the process ends.
 */
final class Workbench implements Works, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Workbench.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int MOST_FAILURES = 2;
    private static final Duration[] LATENCIES = IntStream.of(1, 2, 5, 10, 20, 30, 60, 120, 180, 300)
            .mapToObj(Duration::ofSeconds)
            .toArray(Duration[]::new);

    private final AnswerOnce answers;
    private final int maxWaiting;
    private final Duration pause;
    private final Runnable end;
    private final MeterRegistry meters;
    private final Set<Work> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = threadNamed("explainer");
    private final ScheduledExecutorService lookout = threadNamed("cancelled-explanations");
    private volatile boolean closed;

    /**
     * @param maxWaiting more have no room
     * @param pause before what failed is begun anew, and before the end
     * @param end of the process
     */
    Workbench(AnswerOnce answers, int maxWaiting, Duration pause, Runnable end, MeterRegistry meters) {
        this.answers = answers;
        this.maxWaiting = maxWaiting;
        this.pause = pause;
        this.end = end;
        this.meters = meters;
        Gauge.builder("timbre.explanations.waiting", waiting, Set::size)
                .description("Explanations that wait for their turn.")
                .register(meters);
        Gauge.builder("timbre.explanations.waiting.limit", () -> maxWaiting)
                .description("How many may wait before askers are told to come again.")
                .register(meters);
        for (var method : Method.values()) {
            latency(method.label());
            Stream.of("complete", Reason.TIME_LIMIT.code(), Reason.INTERNAL_ERROR.code())
                    .forEach(outcome -> explanations(method.label(), outcome));
        }
        lookout.scheduleWithFixedDelay(
                this::refuseCancelled, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ScheduledExecutorService threadNamed(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** A job and its promise; a class, since each is itself only. */
    private static final class Work {
        final ExplanationJob job;
        final CompletableFuture<ExplanationState> promise = new CompletableFuture<>();
        /** For a reason of ours. */
        int failures;

        Work(ExplanationJob job) {
            this.job = job;
        }
    }

    @Override
    public CompletableFuture<ExplanationState> begin(ExplanationJob job) {
        answers.queue(job.asked());
        var work = new Work(job);
        waiting.add(work);
        thread.execute(() -> work(work));
        return work.promise;
    }

    @Override
    public boolean hasRoom() {
        return waiting.size() < maxWaiting;
    }

    @Override
    public boolean isCancelled(Asked asked) {
        return answers.isCancelled(asked);
    }

    @Override
    public ExplanationState refuse(Asked asked, RejectedException rejection) {
        var failed = answers.refuse(asked, rejection);
        count("none", failed);
        return failed;
    }

    /** What waits is not told of its cancellation otherwise before its turn. */
    private void refuseCancelled() {
        try {
            for (var work : waiting) {
                if (work.promise.isDone()) {
                    waiting.remove(work);
                } else if (isCancelled(work.job.asked()) && waiting.remove(work)) {
                    fail(work, new RejectedException(Reason.CANCELLED, "cancelled before its turn"));
                }
            }
        } catch (UncheckedIOException away) {
            LOG.warn("cannot see what was cancelled", away);
        }
    }

    private void work(Work work) {
        if (!waiting.remove(work) || work.promise.isDone() || closed) {
            return;
        }
        var job = work.job;
        MDC.put("track_id", job.asked().trackId());
        try {
            var began = Timer.start(meters);
            var state = answers.answer(job, () -> closed || work.promise.isCancelled());
            began.stop(latency(job.asked().method()));
            finish(work, state);
        } catch (CancellationException abandoned) {
            LOG.infof("left %s to another", job.id());
        } catch (UncheckedIOException away) {
            beginAnew(work, away);
        } catch (RuntimeException ours) {
            work.failures++;
            if (work.failures < MOST_FAILURES) {
                beginAnew(work, ours);
            } else {
                giveUp(work, ours);
            }
        } catch (Error machine) {
            endSoon();
            giveUp(work, machine);
        } finally {
            MDC.remove("track_id");
        }
    }

    private void finish(Work work, ExplanationState state) {
        var asked = work.job.asked();
        count(asked.method(), state);
        LOG.infof("%s %s of %s: %s", asked.method(), asked.explanationId(), asked.trackId(), state.outcome());
        work.promise.complete(state);
    }

    private void beginAnew(Work work, RuntimeException failure) {
        if (!closed) {
            LOG.warnf(failure, "%s begins anew in %s", work.job.id(), pause);
            waiting.add(work);
            thread.schedule(() -> work(work), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void giveUp(Work work, Throwable failure) {
        LOG.errorf(failure, "%s cannot be explained", work.job.id());
        fail(work, new RejectedException(Reason.INTERNAL_ERROR, "the work failed: " + failure));
    }

    private void fail(Work work, RejectedException rejection) {
        try {
            finish(work, answers.refuse(work.job.asked(), rejection));
        } catch (UncheckedIOException away) {
            beginAnew(work, away);
        }
    }

    /** Nothing more is begun; what has failed has the pause to be told and announced, if there is memory to do it. */
    private void endSoon() {
        closed = true;
        lookout.schedule(end, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Timer latency(String method) {
        return Timer.builder("timbre.explanation.latency")
                .tag("method", method)
                .description("How long an explanation takes, once it is its turn.")
                .serviceLevelObjectives(LATENCIES)
                .register(meters);
    }

    /** @param method of those there are, since tags come from closed sets */
    private void count(String method, ExplanationState state) {
        explanations(method, state.outcome()).increment();
    }

    private Counter explanations(String method, String outcome) {
        return Counter.builder("timbre.explanations")
                .description("Questions that were answered, or not: complete, or the reason.")
                .tag("method", method)
                .tag("outcome", outcome)
                .register(meters);
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.shutdownNow();
        lookout.shutdownNow();
        if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("an explanation did not stop within %s", PATIENCE);
        }
    }
}
