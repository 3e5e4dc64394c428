package io.timbre.explain;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.ExplanationRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question as the API takes it; only the method must be there, and the track where the path does not name it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record QuestionBody(
        @Nullable String trackId,
        @Nullable String method,
        @Nullable String genre,
        @Nullable String layer,
        @Nullable Integer feature,
        @Nullable String model) {

    QuestionBody about(String track) {
        return new QuestionBody(track, method, genre, layer, feature, model);
    }

    /** @throws RejectedException if it does not say about which track or by which method */
    ExplanationRequest request() {
        return ExplanationRequest.newBuilder()
                .setTrackId(Optional.ofNullable(trackId)
                        .orElseThrow(() -> new RejectedException(Reason.UNKNOWN_TRACK, "the question has no track_id")))
                .setMethod(Optional.ofNullable(method)
                        .orElseThrow(() -> new RejectedException(Reason.UNKNOWN_METHOD, "the question has no method")))
                .setGenre(genre)
                .setLayer(layer)
                .setFeature(feature)
                .setModel(model)
                .setRequestedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }
}
