package io.timbre.trainer.learning;

import io.micrometer.core.instrument.MeterRegistry;
import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.TrainingStatus;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * One thread, which works on one run after the other; logs, counts and times each. What fails because the world is unwell
 * is gone on with after a pause, until it passes. What fails for another reason is begun anew once, and then fails for
 * good, as does what cannot even be begun anew. After an error of the machine, such as memory that ran out, the process
 * ends.
 */
final class TrainingBench implements Trainings, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TrainingBench.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_FAILURES = 2;

    private final Learning learning;
    private final Artefacts artefacts;
    private final Checkpoint shipped;
    private final Duration pause;
    private final Runnable end;
    private final LearningMeters meters;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("learner").daemon().factory());
    private volatile boolean closed;

    /**
     * @param shipped the model that serves where none was trained yet
     * @param pause before what failed is gone on with, and before the end
     * @param end of the process
     */
    TrainingBench(
            Learning learning,
            Artefacts artefacts,
            Checkpoint shipped,
            Duration pause,
            Runnable end,
            MeterRegistry meters) {
        this.learning = learning;
        this.artefacts = artefacts;
        this.shipped = shipped;
        this.pause = pause;
        this.end = end;
        this.meters = new LearningMeters(meters);
    }

    /** A job and its promise; a class, since each is itself only. */
    private static final class Work {
        final TrainingJob job;
        final Stages stages;
        final CompletableFuture<Outcome> promise = new CompletableFuture<>();
        /** For a reason of ours. */
        int failures;

        Work(TrainingJob job, Stages stages) {
            this.job = job;
            this.stages = stages;
        }

        String id() {
            return job.request().getRequestId();
        }
    }

    @Override
    public CompletableFuture<Outcome> begin(TrainingJob job, Stages stages) {
        var work = new Work(job, stages);
        thread.execute(() -> work(work));
        return work.promise;
    }

    @Override
    public CompletableFuture<ModelRelease> shipped() {
        var promise = new CompletableFuture<ModelRelease>();
        thread.execute(() -> ship(promise));
        return promise;
    }

    private void ship(CompletableFuture<ModelRelease> promise) {
        try {
            promise.complete(artefacts.store(shipped, Instant.now()));
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "the model that ships is stored again in %s", pause);
            later(() -> ship(promise));
        } catch (Error machine) {
            LOG.error("the model that ships cannot be stored", machine);
            endSoon();
        }
    }

    /** Whatever fails, and wherever: a promise that nobody keeps would hold up all later runs. */
    private void work(Work work) {
        try {
            tryOut(work);
        } catch (RuntimeException | Error lost) {
            giveUp(work, lost);
        }
    }

    private void tryOut(Work work) {
        if (closed) {
            return;
        }
        try {
            finish(work, meters.watch(() -> learning.learn(work.job, work.stages)));
        } catch (CancellationException abandoned) {
            LOG.infof("left run %s to another", work.id());
        } catch (UncheckedIOException | KafkaException away) {
            LOG.warnf(away, "run %s is gone on with in %s", work.id(), pause);
            later(() -> work(work));
        } catch (RuntimeException ours) {
            retryOnce(work, ours);
        } catch (Error machine) {
            endSoon();
            giveUp(work, machine);
        }
    }

    private void endSoon() {
        closed = true;
        thread.schedule(end, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void retryOnce(Work work, RuntimeException failure) {
        work.failures++;
        if (work.failures < MOST_FAILURES) {
            LOG.warnf(failure, "run %s begins anew in %s", work.id(), pause);
            learning.forget(work.job);
            later(() -> work(work));
        } else {
            giveUp(work, failure);
        }
    }

    private void later(Runnable again) {
        if (!closed) {
            thread.schedule(again, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void giveUp(Work work, Throwable failure) {
        LOG.errorf(failure, "run %s fails", work.id());
        finish(work, Outcome.without(TrainingStatus.FAILED, "the work failed: " + failure));
    }

    private void finish(Work work, Outcome outcome) {
        try {
            count(work, outcome);
        } finally {
            work.promise.complete(outcome);
        }
    }

    private void count(Work work, Outcome outcome) {
        meters.ended(outcome, work.stages.now());
        LOG.infof("run %s: %s, %s", work.id(), outcome.status().name().toLowerCase(Locale.ROOT), outcome.reason());
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.shutdownNow();
        if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("a training did not stop within %s", PATIENCE);
        }
    }
}
