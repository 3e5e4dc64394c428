package io.timbre.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.ExplanationRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request with the id of its answer: the same question of the same model has the same id.
 *
 * @param model the one that explains, whether it was named or not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Asked(
        String explanationId,
        String trackId,
        String method,
        @Nullable String genre,
        @Nullable String layer,
        @Nullable Integer feature,
        String model,
        Instant requestedAt) {

    /** @param servedModel version of the model at hand, for a request that names none */
    static Asked of(ExplanationRequest request, String servedModel) {
        var model = Optional.ofNullable(request.getModel()).orElse(servedModel);
        return new Asked(
                TrackIds.derived(
                        request.getTrackId(),
                        request.getMethod(),
                        text(request.getGenre()),
                        text(request.getLayer()),
                        text(request.getFeature()),
                        model),
                request.getTrackId(),
                request.getMethod(),
                request.getGenre(),
                request.getLayer(),
                request.getFeature(),
                model,
                request.getRequestedAt());
    }

    private static String text(@Nullable Object parameter) {
        return parameter == null ? "" : parameter.toString();
    }
}
