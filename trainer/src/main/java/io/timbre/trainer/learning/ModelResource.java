package io.timbre.trainer.learning;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.timbre.schemas.avro.ModelRelease;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Models: looked at, promoted, rolled back. What is accepted happens within a second, or is at the topic's end. */
@Path("/api/models")
@Produces(MediaType.APPLICATION_JSON)
public final class ModelResource {
    /** Who serves comes first, then who served, then who never did; of each the latest. */
    private static final Comparator<ModelRelease> ORDER = Comparator.comparing(ModelRelease::getPromotion)
            .thenComparing(ModelRelease::getTrainedAt)
            .reversed();

    private final LearningDesk desk;
    private final KnownModels known;

    ModelResource(LearningDesk desk, KnownModels known) {
        this.desk = desk;
        this.known = known;
    }

    /** What was asked for. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Taken(String requestId) {
        static Response response(String id) {
            return Response.accepted(new Taken(id)).build();
        }
    }

    @GET
    @Operation(summary = "All models, the one that serves first")
    public Response models() {
        var releases = known.releases();
        return Response.ok(releases.byModel().values().stream()
                        .sorted(ORDER)
                        .map(release -> ModelBody.of(release, releases))
                        .toList())
                .build();
    }

    @GET
    @Path("/{version}")
    @Operation(summary = "A model: what it is for, how it was judged, what it was trained from")
    @APIResponse(responseCode = "404", description = "no such model")
    public Response model(@PathParam("version") String version) {
        var releases = known.releases();
        var release = new Succession(releases).find(version).orElseThrow(() -> Refusal.unknown(version));
        return Response.ok(ModelBody.of(release, releases)).build();
    }

    @POST
    @Path("/{version}/promotion")
    @Operation(summary = "Lets a model serve")
    @APIResponse(responseCode = "404", description = "no such model")
    @APIResponse(responseCode = "409", description = "a model that was rejected")
    public Response promote(@PathParam("version") String version) {
        return Taken.response(desk.promote(version));
    }

    @POST
    @Path("/rollback")
    @Operation(summary = "Lets the model serve again that served before")
    @APIResponse(responseCode = "409", description = "none served before")
    public Response rollBack() {
        return Taken.response(desk.rollBack());
    }

    @POST
    @Path("/{version}/shadow")
    @Operation(summary = "Lets a model run beside the champion, in the place of the one that does")
    @APIResponse(responseCode = "404", description = "no such model")
    @APIResponse(responseCode = "409", description = "it serves")
    public Response shadow(@PathParam("version") String version) {
        return Taken.response(desk.shadow(version));
    }

    @DELETE
    @Path("/{version}/shadow")
    @Operation(summary = "Lets a model run beside the champion no more")
    @APIResponse(responseCode = "404", description = "no such model")
    public Response endShadow(@PathParam("version") String version) {
        return Taken.response(desk.endShadow(version));
    }

    @POST
    @Path("/{version}/reclassification")
    @Operation(summary = "Lets the champion classify the whole catalogue again")
    @APIResponse(responseCode = "404", description = "no such model")
    @APIResponse(responseCode = "409", description = "it does not serve")
    public Response reclassify(@PathParam("version") String version) {
        return Taken.response(desk.reclassify(version));
    }
}
