package io.timbre.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Artifact;
import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Quality;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an explanation has come, and the answer once there is one, as the object store keeps it and the API shows it.
 *
 * @param progress share of the work that is done, 0 to 1
 * @param lines the answer in sentences; none while there is no answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ExplanationState(
        @JsonUnwrapped Asked asked,
        Status status,
        double progress,
        @Nullable Instant finishedAt,
        @Nullable Failure failure,
        @Nullable QualityBody quality,
        List<String> lines,
        Map<String, Object> findings,
        List<ArtifactBody> artifacts) {

    enum Status {
        @JsonProperty("queued")
        QUEUED,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("complete")
        COMPLETE,
        @JsonProperty("failed")
        FAILED
    }

    /** Why there is no answer, and what to do about it. */
    record Failure(String reason, String detail, String remedy) {}

    record QualityBody(boolean passed, List<CheckBody> checks) {
        static QualityBody of(Quality quality) {
            return new QualityBody(
                    quality.passed(),
                    quality.checks().stream().map(CheckBody::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CheckBody(String name, double value, @Nullable String failure) {
        static CheckBody of(Check check) {
            return new CheckBody(check.name(), check.value(), check.failure().orElse(null));
        }
    }

    /** @param width of a picture in pixels, as is the height, so that its place can be kept free */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ArtifactBody(
            String name,
            String mediaType,
            long bytes,
            String uri,
            @Nullable Integer width,
            @Nullable Integer height) {
        static ArtifactBody of(String explanationId, Artifact artifact) {
            return new ArtifactBody(
                    artifact.name(),
                    artifact.mediaType(),
                    artifact.bytes().length,
                    "/api/explanations/" + explanationId + "/artifacts/" + artifact.name(),
                    artifact.pixels().map(pixels -> pixels.width).orElse(null),
                    artifact.pixels().map(pixels -> pixels.height).orElse(null));
        }
    }

    static ExplanationState queued(Asked asked) {
        return unanswered(asked, Status.QUEUED, 0);
    }

    static ExplanationState running(Asked asked, double progress) {
        return unanswered(asked, Status.RUNNING, progress);
    }

    private static ExplanationState unanswered(Asked asked, Status status, double progress) {
        return new ExplanationState(asked, status, progress, null, null, null, List.of(), Map.of(), List.of());
    }

    static ExplanationState failed(Asked asked, RejectedException rejection) {
        var failure = new Failure(
                rejection.reason().code(),
                rejection.detail(),
                rejection.reason().remedy());
        return new ExplanationState(asked, Status.FAILED, 0, now(), failure, null, List.of(), Map.of(), List.of());
    }

    static ExplanationState complete(Asked asked, Answer answer) {
        return new ExplanationState(
                asked,
                Status.COMPLETE,
                1,
                now(),
                null,
                QualityBody.of(answer.quality()),
                answer.lines(),
                answer.findings(),
                answer.artifacts().stream()
                        .map(artifact -> ArtifactBody.of(asked.explanationId(), artifact))
                        .toList());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    boolean isUnderWay() {
        return status == Status.QUEUED || status == Status.RUNNING;
    }

    Optional<ArtifactBody> artifact(String name) {
        return artifacts.stream()
                .filter(artifact -> artifact.name().equals(name))
                .findFirst();
    }

    /** {@code complete}, or the reason why it failed: a closed set. */
    String outcome() {
        return failure == null ? "complete" : Reason.of(failure.reason()).code();
    }
}
