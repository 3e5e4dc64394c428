package io.timbre.explain;

import io.timbre.schemas.RejectedException;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.Explanation;
import io.timbre.schemas.avro.ExplanationRequest;
import io.timbre.schemas.avro.PendingExplanation;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackClassification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Takes each request into a store, has it worked on elsewhere, and announces what came of it; the announcement and the
 * removal from the store are one transaction. A request for what is being worked on already has no effect, unless that
 * was cancelled: then it takes its place. After a crash the work on all that is in the store begins again.
 */
final class AnswerRequests implements Processor<@Nullable String, @Nullable ExplanationRequest, String, Explanation> {
    /** Explanation id to request. */
    static final String PENDING = "pending-explanations";

    static final String TRACKS = "known-tracks";
    static final String CLASSIFICATIONS = "known-classifications";
    static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Admission admission;
    private final Works works;
    private final Map<String, CompletableFuture<ExplanationState>> underWay = new HashMap<>();
    private @Nullable ProcessorContext<String, Explanation> context;
    private @Nullable KeyValueStore<String, PendingExplanation> pending;
    private @Nullable TimestampedKeyValueStore<String, Track> tracks;
    private @Nullable TimestampedKeyValueStore<String, TrackClassification> classifications;

    AnswerRequests(Admission admission, Works works) {
        this.admission = admission;
        this.works = works;
    }

    @Override
    public void init(ProcessorContext<String, Explanation> context) {
        this.context = context;
        this.pending = context.getStateStore(PENDING);
        this.tracks = context.getStateStore(TRACKS);
        this.classifications = context.getStateStore(CLASSIFICATIONS);
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> announceFinished());
        goOn();
    }

    /** In the order in which they were asked. */
    private void goOn() {
        var waiting = new ArrayList<KeyValue<String, PendingExplanation>>();
        try (var all = pending().all()) {
            all.forEachRemaining(waiting::add);
        }
        waiting.sort(Comparator.comparing(entry -> entry.value.getRequest().getRequestedAt()));
        waiting.forEach(entry -> underWay.put(entry.key, begunAgain(entry.value.getRequest())));
    }

    /** What could be worked on before may not be any more: another model may serve by now. */
    private CompletableFuture<ExplanationState> begunAgain(ExplanationRequest request) {
        try {
            return works.begin(admitted(request));
        } catch (RejectedException rejection) {
            return CompletableFuture.completedFuture(works.refuse(admission.asked(request), rejection));
        }
    }

    @Override
    public void process(Record<@Nullable String, @Nullable ExplanationRequest> record) {
        var sent = record.value();
        if (sent == null) {
            return;
        }
        TrackIds.requireKey(record.key(), sent.getTrackId());
        var request = admission.named(sent, classification(sent));
        var asked = admission.asked(request);
        if (isWanted(pending().get(asked.explanationId()), asked)) {
            return;
        }
        giveUp(asked.explanationId());
        var traceparent = ExplanationEvent.traceparent(record.headers());
        try {
            take(admitted(request), new PendingExplanation(request, traceparent));
        } catch (RejectedException rejection) {
            announce(works.refuse(asked, rejection), traceparent);
            throw rejection;
        }
    }

    /** Whether what is worked on already will answer the one who asks now. */
    private boolean isWanted(@Nullable PendingExplanation taken, Asked now) {
        if (taken == null) {
            return false;
        }
        var before = admission.asked(taken.getRequest());
        return !before.requestedAt().isBefore(now.requestedAt()) || !works.isCancelled(before);
    }

    private void giveUp(String id) {
        pending().delete(id);
        Optional.ofNullable(underWay.remove(id)).ifPresent(work -> work.cancel(false));
    }

    /** There is nothing wrong with a request that finds no room: it is told so, and no dead letter. */
    private void take(ExplanationJob job, PendingExplanation request) {
        if (works.hasRoom()) {
            pending().put(job.id(), request);
            underWay.put(job.id(), works.begin(job));
        } else {
            announce(works.refuse(job.asked(), QuestionDesk.tooBusy()), request.getTraceparent());
        }
    }

    private ExplanationJob admitted(ExplanationRequest request) {
        return admission.admit(
                request, found(Objects.requireNonNull(tracks).get(request.getTrackId())), classification(request));
    }

    private Optional<TrackClassification> classification(ExplanationRequest request) {
        return found(Objects.requireNonNull(classifications).get(request.getTrackId()));
    }

    private static <V> Optional<V> found(@Nullable ValueAndTimestamp<V> value) {
        return Optional.ofNullable(ValueAndTimestamp.getValueOrNull(value));
    }

    private void announceFinished() {
        var finished = underWay.entrySet().stream()
                .filter(entry -> entry.getValue().isDone())
                .toList();
        for (var entry : finished) {
            var taken = pending().delete(entry.getKey());
            announce(entry.getValue().join(), taken.getTraceparent());
            underWay.remove(entry.getKey());
        }
    }

    private void announce(ExplanationState state, @Nullable String traceparent) {
        Objects.requireNonNull(context).forward(ExplanationEvent.of(state, traceparent));
    }

    private KeyValueStore<String, PendingExplanation> pending() {
        return Objects.requireNonNull(pending);
    }

    /** Another replica may begin with it while this one still works. */
    @Override
    public void close() {
        underWay.values().forEach(work -> work.cancel(false));
        underWay.clear();
    }
}
