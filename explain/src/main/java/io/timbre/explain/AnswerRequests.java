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
 * removal from the store are one transaction. A request for what is being worked on already has no effect. After a crash
 * the work on all that is in the store begins again.
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
        var request = record.value();
        if (request == null) {
            return;
        }
        TrackIds.requireKey(record.key(), request.getTrackId());
        var asked = admission.asked(request);
        if (pending().get(asked.explanationId()) != null) {
            return;
        }
        var traceparent = ExplanationEvent.traceparent(record.headers());
        try {
            var job = admitted(request);
            pending().put(job.id(), new PendingExplanation(request, traceparent));
            underWay.put(job.id(), works.begin(job));
        } catch (RejectedException rejection) {
            announce(works.refuse(asked, rejection), traceparent);
            throw rejection;
        }
    }

    private ExplanationJob admitted(ExplanationRequest request) {
        return admission.admit(
                request,
                found(Objects.requireNonNull(tracks).get(request.getTrackId())),
                found(Objects.requireNonNull(classifications).get(request.getTrackId())));
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
