package io.timbre.trainer.drift;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.timbre.schemas.avro.DriftWindow;
import io.timbre.schemas.avro.GenreDrift;
import io.timbre.schemas.avro.WatchedSource;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Whether what comes in still is what the model was tested on. */
@Path("/api/drift")
@Produces(MediaType.APPLICATION_JSON)
public final class DriftResource {
    private static final Comparator<GenreDrift> NEWEST_FIRST = Comparator.comparing(GenreDrift::getJudgedAt)
            .thenComparing(GenreDrift::getClosedAt)
            .reversed();

    private final KnownDrift known;
    private final BaselineDesk desk;
    private final DriftSettings settings;

    DriftResource(KnownDrift known, BaselineDesk desk, DriftSettings settings) {
        this.known = known;
        this.desk = desk;
        this.settings = settings;
    }

    /** How things stand. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Standing(double windowsBetweenFalseAlarms, List<SourceBody> sources) {}

    /**
     * How things stand with a source.
     *
     * @param source nothing for all of them together
     * @param byCount the last verdict on a window by count of the model that serves; nothing where there is none yet
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record SourceBody(
            @Nullable String source,
            String baseline,
            @Nullable VerdictBody byCount,
            @Nullable VerdictBody byTime) {}

    @GET
    @Operation(
            summary = "The latest verdicts on each source, that on all of them first, and what each is compared with")
    @APIResponse(responseCode = "503", description = "the service reads its state back; ask again after Retry-After")
    public Response standing() {
        var sources = known.sources().entrySet().stream()
                .map(entry -> body(entry.getKey(), entry.getValue()))
                .toList();
        return Response.ok(new Standing(settings.windowsBetweenFalseAlarms(), sources))
                .build();
    }

    private SourceBody body(String source, WatchedSource watched) {
        return new SourceBody(
                source.isEmpty() ? null : source,
                desk.inUse(source),
                last(source, DriftWindow.COUNT, watched.getModel()),
                last(source, DriftWindow.TIME, watched.getModel()));
    }

    private @Nullable VerdictBody last(String source, DriftWindow kind, String model) {
        return known.verdicts(source).stream()
                .filter(verdict ->
                        verdict.getWindow() == kind && verdict.getModel().equals(model))
                .min(NEWEST_FIRST)
                .map(VerdictBody::of)
                .orElse(null);
    }

    @GET
    @Path("/verdicts")
    @Operation(summary = "Verdicts on a source, or on all of them together, the newest first")
    @APIResponse(responseCode = "400", description = "no such kind of window, or no such number")
    public Response verdicts(
            @QueryParam("source") @DefaultValue("") String source,
            @QueryParam("window") Optional<String> window,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        var kind = window.map(DriftResource::kind);
        if (limit < 1 || limit > 2 * Verdicts.KEPT) {
            throw DriftRefusal.malformed(
                    "limit must be 1 to " + 2 * Verdicts.KEPT + ": was " + limit, "Ask for as many, or leave it out.");
        }
        return Response.ok(known.verdicts(source).stream()
                        .filter(verdict -> kind.isEmpty() || kind.get() == verdict.getWindow())
                        .sorted(NEWEST_FIRST)
                        .limit(limit)
                        .map(VerdictBody::of)
                        .toList())
                .build();
    }

    private static DriftWindow kind(String word) {
        return List.of(DriftWindow.values()).stream()
                .filter(kind -> VerdictBody.word(kind).equals(word))
                .findFirst()
                .orElseThrow(() -> DriftRefusal.malformed(
                        "window must be count or time: was " + word, "Name one of them, or leave it out."));
    }
}
