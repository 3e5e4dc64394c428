package io.timbre.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timbre.explain.ExplanationState.Failure;
import io.timbre.explain.ExplanationState.QualityBody;
import io.timbre.explain.ExplanationState.Status;
import io.timbre.schemas.EventHeaders;
import io.timbre.schemas.avro.Explanation;
import io.timbre.schemas.avro.ExplanationArtifact;
import io.timbre.schemas.avro.ExplanationCheck;
import io.timbre.schemas.avro.ExplanationStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The event that an explanation has come to its end. */
final class ExplanationEvent {
    private static final String TRACE_PARENT = "traceparent";

    private ExplanationEvent() {}

    /**
     * @param state of one that is complete or failed
     * @param traceparent of the request, if it came with one
     */
    static Record<String, Explanation> of(ExplanationState state, @Nullable String traceparent) {
        var finishedAt = Objects.requireNonNull(state.finishedAt());
        var headers = new RecordHeaders();
        if (traceparent != null) {
            headers.add(TRACE_PARENT, traceparent.getBytes(UTF_8));
        }
        EventHeaders.stamp(
                headers, "io.timbre.track.explained", "explain", state.asked().explanationId(), finishedAt);
        return new Record<>(state.asked().trackId(), value(state, finishedAt), finishedAt.toEpochMilli(), headers);
    }

    static @Nullable String traceparent(Headers headers) {
        var header = headers.lastHeader(TRACE_PARENT);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    private static Explanation value(ExplanationState state, Instant finishedAt) {
        var asked = state.asked();
        boolean complete = state.status() == Status.COMPLETE;
        var failure = Optional.ofNullable(state.failure());
        var quality = Optional.ofNullable(state.quality());
        return Explanation.newBuilder()
                .setExplanationId(asked.explanationId())
                .setTrackId(asked.trackId())
                .setMethod(asked.method())
                .setGenre(asked.genre())
                .setLayer(asked.layer())
                .setFeature(asked.feature())
                .setModel(asked.model())
                .setStatus(complete ? ExplanationStatus.COMPLETE : ExplanationStatus.FAILED)
                .setReason(failure.map(Failure::reason).orElse(null))
                .setDetail(failure.map(Failure::detail).orElse(null))
                .setRemedy(failure.map(Failure::remedy).orElse(null))
                .setLines(state.lines())
                .setTrusted(quality.map(QualityBody::passed).orElse(false))
                .setChecks(quality.map(ExplanationEvent::checks).orElse(List.of()))
                .setObjectUri(complete ? ExplanationArchive.answerUri(asked.explanationId()) : null)
                .setArtifacts(artifacts(state))
                .setRequestedAt(asked.requestedAt())
                .setFinishedAt(finishedAt)
                .build();
    }

    private static List<ExplanationCheck> checks(QualityBody quality) {
        return quality.checks().stream()
                .map(check -> new ExplanationCheck(check.name(), check.value(), check.failure()))
                .toList();
    }

    private static List<ExplanationArtifact> artifacts(ExplanationState state) {
        return state.artifacts().stream()
                .map(artifact -> new ExplanationArtifact(
                        artifact.name(),
                        artifact.mediaType(),
                        artifact.bytes(),
                        ExplanationArchive.uri(state.asked().explanationId(), artifact.name())))
                .toList();
    }
}
