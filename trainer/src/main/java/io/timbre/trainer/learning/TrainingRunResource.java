package io.timbre.trainer.learning;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.timbre.trainer.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Training runs: asked for, looked at. */
@Path("/api/training-runs")
@Produces(MediaType.APPLICATION_JSON)
public final class TrainingRunResource {
    /** More than a request takes through its topic to the tables that answer; a slower one is taken all the same. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LearningDesk desk;
    private final KnownModels known;

    TrainingRunResource(LearningDesk desk, KnownModels known) {
        this.desk = desk;
        this.known = known;
    }

    /** @param rebuild version of the model to rebuild from its lineage; a new one is trained where none is named */
    record Wish(@Nullable String rebuild) {}

    /** What was asked for. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Taken(String runId, String status) {}

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "Asks for a new model, or for one to be rebuilt from its lineage")
    @APIResponse(responseCode = "202", description = "will be trained when its turn comes; Location says where to look")
    @APIResponse(responseCode = "404", description = "no such model to rebuild")
    @APIResponse(responseCode = "409", description = "a model that was not trained here")
    public Response train(@Nullable Wish wish) throws InterruptedException {
        var id = desk.train(Optional.ofNullable(wish).map(Wish::rebuild));
        known.awaitRun(id, PATIENCE);
        return Response.accepted(new Taken(id, "queued"))
                .location(URI.create("/api/training-runs/" + id))
                .build();
    }

    @GET
    @Operation(summary = "All runs, the latest first")
    public Response runs() {
        return Response.ok(known.runs().stream().map(RunBody::of).toList()).build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far a run has come, and what came of it")
    public Response run(@PathParam("id") String id) {
        return known.run(id)
                .map(run -> Response.ok(RunBody.of(run)).build())
                .orElseGet(() -> Problem.of(
                                404,
                                "No such training run",
                                "No run with the id " + id + " is known here, or not yet.",
                                "Look at what there is: GET /api/training-runs.")
                        .response());
    }
}
