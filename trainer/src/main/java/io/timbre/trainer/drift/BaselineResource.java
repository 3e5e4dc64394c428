package io.timbre.trainer.drift;

import io.timbre.trainer.drift.BaselineDesk.Wish;
import io.timbre.trainer.learning.KnownModels;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What windows are compared with: looked at, made of past windows, chosen. What is accepted holds within a second. */
@Path("/api/drift/baselines")
@Produces(MediaType.APPLICATION_JSON)
public final class BaselineResource {
    private final KnownDrift known;
    private final BaselineDesk desk;
    private final ChampionReferences references;
    private final KnownModels models;

    BaselineResource(KnownDrift known, BaselineDesk desk, ChampionReferences references, KnownModels models) {
        this.known = known;
        this.desk = desk;
        this.references = references;
        this.models = models;
    }

    /**
     * What a baseline is to be made of.
     *
     * @param source whose tracks; those of all sources where none is named
     * @param last the last so many of them
     */
    record Past(
            @Nullable String name,
            @Nullable String source,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Integer last) {
        static final Past NOTHING = new Past(null, null, null, null, null);

        Wish wish() {
            if (name == null) {
                throw DriftRefusal.malformed("A baseline needs a name.", "Send {\"name\": \"last-week\"} at least.");
            }
            if (last != null && last < 1) {
                throw DriftRefusal.malformed("last must be > 0: was " + last, "Say how many tracks, or leave it out.");
            }
            return new Wish(
                    name,
                    Objects.requireNonNullElse(source, JudgeWindows.ALL),
                    Objects.requireNonNullElse(from, Instant.MIN),
                    Objects.requireNonNullElse(to, Instant.MAX),
                    last == null ? OptionalInt.empty() : OptionalInt.of(last));
        }
    }

    /** Which source a baseline is used for from now on. */
    private record Use(String baseline, @Nullable String source) {}

    @GET
    @Operation(summary = "All baselines, that of the model that serves first")
    public Response baselines() {
        var choices = known.choices();
        var own = models.releases().champion().map(references::of).flatMap(ChampionReference::test).stream()
                .map(test -> BaselineBody.of(test, choices));
        var past = known.baselines().stream().map(baseline -> BaselineBody.of(baseline, choices));
        return Response.ok(Stream.concat(own, past).toList()).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Makes a baseline of a past window: of the last 2000 tracks of a source, or of some of them; one of that name is replaced")
    @APIResponse(responseCode = "201", description = "can be chosen within a second")
    @APIResponse(responseCode = "400", description = "a name that will not do")
    @APIResponse(responseCode = "409", description = "too few tracks are remembered")
    public Response make(@Nullable Past past) {
        var baseline = desk.make(Objects.requireNonNullElse(past, Past.NOTHING).wish());
        return Response.created(URI.create("/api/drift/baselines"))
                .entity(BaselineBody.of(baseline, known.choices()))
                .build();
    }

    @PUT
    @Path("/{name}/use")
    @Operation(summary = "Compares the windows of a source, or of all together, with this baseline from now on")
    @APIResponse(responseCode = "404", description = "no such baseline")
    @APIResponse(responseCode = "409", description = "it is of a model that does not serve")
    public Response use(@PathParam("name") String name, @QueryParam("source") @DefaultValue("") String source) {
        desk.use(name, source);
        return Response.accepted(new Use(name, source.isEmpty() ? null : source))
                .build();
    }
}
