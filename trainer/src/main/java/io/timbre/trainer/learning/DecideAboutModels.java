package io.timbre.trainer.learning;

import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.LearningCause;
import io.timbre.schemas.avro.LearningRequest;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.TrainingRun;
import io.timbre.schemas.avro.TrainingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Does one thing after the other to models, and is the only one that does: the topic of requests has one partition, so
 * there is one of this, however many replicas. What it decides, what it keeps of it and the offset of the request are one
 * transaction. A repeat of a request has no effect.
 *
 * <p>A training run waits in a store until the one before it has ended; it is worked on elsewhere, and after a crash again
 * from where its state allows.
 */
final class DecideAboutModels
        implements Processor<@Nullable String, @Nullable LearningRequest, String, @Nullable SpecificRecord> {
    /** Request id to request. */
    static final String TAKEN = "taken-learning-requests";

    /** Run id to run. */
    static final String RUNS = "kept-training-runs";

    /** Version to release. */
    static final String RELEASES = "kept-model-releases";

    static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** Between two words about how far a run is. */
    static final Duration TELL_EVERY = Duration.ofSeconds(1);

    private final Trainings trainings;
    private final Promotion promotion;
    private final Deque<String> waiting = new ArrayDeque<>();
    private Optional<UnderWay> underWay = Optional.empty();
    private Optional<CompletableFuture<ModelRelease>> shipping = Optional.empty();
    private @Nullable ProcessorContext<String, @Nullable SpecificRecord> context;
    private @Nullable KeyValueStore<String, LearningRequest> taken;
    private @Nullable KeyValueStore<String, TrainingRun> runs;
    private @Nullable KeyValueStore<String, ModelRelease> releases;

    DecideAboutModels(Trainings trainings, Promotion promotion) {
        this.trainings = trainings;
        this.promotion = promotion;
    }

    private record UnderWay(String runId, Stages stages, CompletableFuture<Outcome> work) {}

    @Override
    public void init(ProcessorContext<String, @Nullable SpecificRecord> context) {
        this.context = context;
        this.taken = context.getStateStore(TAKEN);
        this.runs = context.getStateStore(RUNS);
        this.releases = context.getStateStore(RELEASES);
        waiting.addAll(new KeptRuns(runs()).pending());
        shipping = Optional.of(trainings.shipped());
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> look());
        context.schedule(TELL_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> underWay.ifPresent(this::tell));
    }

    @Override
    public void process(Record<@Nullable String, @Nullable LearningRequest> record) {
        var request = record.value();
        if (request == null) {
            return;
        }
        if (!request.getRequestId().equals(record.key())) {
            throw new RejectedException(
                    Reason.MALFORMED_RECORD,
                    "the key must be the request's id: was " + record.key() + " for " + request.getRequestId());
        }
        if (!RunFolder.isName(request.getRequestId())) {
            throw new RejectedException(
                    Reason.MALFORMED_RECORD,
                    "a request's id must have letters, digits, dots, hyphens and underscores only: was "
                            + request.getRequestId());
        }
        var known = Objects.requireNonNull(taken);
        if (known.putIfAbsent(request.getRequestId(), request) == null) {
            take(request);
        }
    }

    private void take(LearningRequest request) {
        switch (request.getAction()) {
            case TRAIN -> queue(request);
            case PROMOTE, ROLL_BACK, SHADOW, END_SHADOW, RECLASSIFY -> decide(request);
        }
    }

    /** What is asked for every night waits for no other: the next night comes. */
    private void queue(LearningRequest request) {
        var run = TrainingRun.newBuilder()
                .setRunId(request.getRequestId())
                .setCause(request.getCause())
                .setStatus(TrainingStatus.QUEUED)
                .setRequestedAt(request.getRequestedAt());
        var before = underWay.map(UnderWay::runId).or(() -> Optional.ofNullable(waiting.peekLast()));
        if (request.getCause() == LearningCause.SCHEDULE && before.isPresent()) {
            skip(run.setStatus(TrainingStatus.SKIPPED)
                    .setReason("run " + before.get() + " has not come to its end")
                    .setFinishedAt(now())
                    .build());
        } else {
            waiting.add(request.getRequestId());
            keep(run.build());
        }
    }

    private void decide(LearningRequest request) {
        var models = new Succession(known());
        var model = String.valueOf(request.getModel());
        try {
            var changed = switch (request.getAction()) {
                case PROMOTE -> models.promote(model, now());
                case ROLL_BACK -> request.getModel() == null ? models.rollBack(now()) : models.rollBack(model, now());
                case SHADOW -> models.shadow(model);
                case END_SHADOW -> models.endShadow(model);
                case RECLASSIFY -> models.reclassify(model);
                case TRAIN -> List.<ModelRelease>of();
            };
            changed.forEach(this::keep);
        } catch (Refusal refusal) {
            throw new RejectedException(Reason.UNFIT_MODEL, refusal.detail(), refusal);
        }
    }

    private void look() {
        shipping.filter(CompletableFuture::isDone).ifPresent(this::introduce);
        underWay.ifPresent(this::look);
        if (underWay.isEmpty() && shipping.isEmpty() && !waiting.isEmpty()) {
            begin(waiting.remove());
        }
    }

    private void introduce(CompletableFuture<ModelRelease> shipped) {
        shipping = Optional.empty();
        Promotion.ofShipped(shipped.join(), known(), now()).ifPresent(this::keep);
    }

    private void begin(String runId) {
        var request = Objects.requireNonNull(taken).get(runId);
        var stages = new Stages();
        keep(TrainingRun.newBuilder(runs().get(runId))
                .setStatus(TrainingStatus.RUNNING)
                .setStartedAt(now())
                .build());
        underWay = Optional.of(new UnderWay(runId, stages, trainings.begin(new TrainingJob(request, known()), stages)));
    }

    private void look(UnderWay run) {
        if (run.work().isDone()) {
            underWay = Optional.empty();
            finish(told(run), run.work().join());
        }
    }

    private void tell(UnderWay run) {
        var told = told(run);
        if (!told.equals(runs().get(run.runId()))) {
            keep(told);
        }
    }

    private TrainingRun told(UnderWay run) {
        return withStage(runs().get(run.runId()), run.stages().now());
    }

    private static TrainingRun withStage(TrainingRun run, Stages.Stage stage) {
        return TrainingRun.newBuilder(run)
                .setStage(stage.words())
                .setProgress(stage.share())
                .setExamples(stage.examples())
                .setNewLabels(stage.newLabels())
                .build();
    }

    private void finish(TrainingRun told, Outcome outcome) {
        var ended = TrainingRun.newBuilder(told)
                .setStatus(outcome.status())
                .setStage("")
                .setProgress(1)
                .setReason(outcome.reason())
                .setModel(outcome.model().orElse(null))
                .setFinishedAt(now())
                .build();
        outcome.release()
                .map(release -> outcome.waits() ? release : promotion.place(release, known(), now()))
                .ifPresent(this::keep);
        if (outcome.status() == TrainingStatus.SKIPPED) {
            skip(ended);
        } else {
            keep(ended);
        }
    }

    /** Of the nights on which there was nothing to do, the last one is remembered. */
    private void skip(TrainingRun run) {
        for (var earlier : new KeptRuns(runs()).skippedBefore(run.getRunId())) {
            runs().delete(earlier);
            Objects.requireNonNull(taken).delete(earlier);
            Objects.requireNonNull(context).forward(new Record<>(earlier, null, now().toEpochMilli()));
        }
        keep(run);
    }

    private void keep(TrainingRun run) {
        runs().put(run.getRunId(), run);
        Objects.requireNonNull(context).forward(LearningEvent.of(run, now()));
    }

    private void keep(ModelRelease release) {
        Objects.requireNonNull(releases).put(release.getModel(), release);
        Objects.requireNonNull(context).forward(LearningEvent.of(release, now()));
    }

    private Releases known() {
        var known = Releases.none();
        try (var all = Objects.requireNonNull(releases).all()) {
            while (all.hasNext()) {
                var next = all.next();
                known = known.with(next.key, next.value);
            }
        }
        return known;
    }

    private KeyValueStore<String, TrainingRun> runs() {
        return Objects.requireNonNull(runs);
    }

    private Instant now() {
        return Instant.ofEpochMilli(Objects.requireNonNull(context).currentSystemTimeMs());
    }

    /** Another replica may go on with the run while this one still works. */
    @Override
    public void close() {
        underWay.ifPresent(run -> run.stages().abandon());
        underWay = Optional.empty();
        waiting.clear();
    }
}
