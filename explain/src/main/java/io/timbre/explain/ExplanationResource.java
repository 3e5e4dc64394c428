package io.timbre.explain;

import io.timbre.explain.ExplanationState.Status;
import io.timbre.explain.answer.Method;
import io.timbre.explain.featuremap.FeatureLayer;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Explanations: asked for, looked at, cancelled. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public final class ExplanationResource {
    private final QuestionReader questions;
    private final QuestionDesk desk;
    private final ExplanationArchive archive;
    private final ServingExplainer explainer;

    ExplanationResource(
            QuestionReader questions, QuestionDesk desk, ExplanationArchive archive, ServingExplainer explainer) {
        this.questions = questions;
        this.desk = desk;
        this.archive = archive;
        this.explainer = explainer;
    }

    /** What can be asked: genres and layers are of the model that serves, the models all that are at hand. */
    private record Offer(
            String model, List<String> models, List<String> methods, List<String> genres, List<Layer> layers) {
        record Layer(String name, int features) {
            static Layer of(FeatureLayer layer) {
                return new Layer(layer.name(), layer.features());
            }
        }
    }

    @POST
    @Path("/tracks/{id}/explanations")
    @Operation(summary = "Asks why a track was given its genre")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = QuestionBody.class)))
    @APIResponse(responseCode = "200", description = "explained before")
    @APIResponse(responseCode = "202", description = "will be explained; Location says where")
    @APIResponse(responseCode = "400", description = "no such method, genre, layer or model, or not for this method")
    @APIResponse(responseCode = "404", description = "no such track")
    @APIResponse(
            responseCode = "409",
            description = "not classified yet, or by another front end, or by a model that is not at hand")
    @APIResponse(responseCode = "413", description = "a question larger than timbre.explain.max-question-bytes")
    @APIResponse(
            responseCode = "503",
            description = "Kafka or a store is away, or too many wait; ask again after Retry-After")
    public Response askAbout(@PathParam("id") String track, InputStream body) throws IOException {
        return ask(questions.read(body).about(track));
    }

    /** For gateways that cannot route by what stands behind a track's id. */
    @POST
    @Path("/explanations")
    @Operation(summary = "Asks why the track that the body names was given its genre")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = QuestionBody.class)))
    @APIResponse(responseCode = "202", description = "as for /api/tracks/{id}/explanations")
    public Response ask(InputStream body) throws IOException {
        return ask(questions.read(body));
    }

    private Response ask(QuestionBody question) {
        var state = desk.ask(question.request());
        return Response.status(state.status() == Status.COMPLETE ? 200 : 202)
                .location(URI.create("/api/explanations/" + state.asked().explanationId()))
                .entity(state)
                .build();
    }

    @GET
    @Path("/explanations/methods")
    @Operation(summary = "What can be asked: methods, models, and the genres and layers of the one that serves")
    public Response methods() {
        var explained = explainer.current();
        return Response.ok(new Offer(
                        explained.model().version(),
                        explainer.atHand().stream()
                                .map(atHand -> atHand.model().version())
                                .toList(),
                        explainer.methods().stream().map(Method::label).toList(),
                        explained.model().classes(),
                        explained.layers().all().stream().map(Offer.Layer::of).toList()))
                .build();
    }

    @GET
    @Path("/explanations/{id}")
    @Operation(summary = "How far an explanation has come, and the answer once it is there")
    public Response explanation(@PathParam("id") String id) {
        return archive.find(id).map(state -> Response.ok(state).build()).orElseGet(() -> unknown(id));
    }

    @DELETE
    @Path("/explanations/{id}")
    @Operation(summary = "Stops the work on an explanation that is not wanted any more")
    @APIResponse(responseCode = "202", description = "it will stop")
    @APIResponse(responseCode = "409", description = "it has come to its end already")
    public Response cancel(@PathParam("id") String id) throws IOException {
        var state = archive.find(id);
        if (state.isEmpty()) {
            return unknown(id);
        }
        if (!state.get().isUnderWay()) {
            return Problem.of(
                            409,
                            "The explanation has come to its end",
                            "There is no work on it that could be stopped.",
                            "Look at it: GET /api/explanations/" + id)
                    .response();
        }
        archive.cancel(id, Instant.now());
        return Response.accepted(state.get()).build();
    }

    @GET
    @Path("/explanations/{id}/artifacts/{name}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "A picture, a sound or a page that belongs to an answer; a range of it where asked for")
    public Response artifact(
            @PathParam("id") String id, @PathParam("name") String name, @HeaderParam("Range") @Nullable String range) {
        return archive.answer(id)
                .flatMap(answer -> answer.artifact(name))
                .map(artifact -> new ServedFile(archive.file(id, artifact.name()), artifact.mediaType())
                        .response(Optional.ofNullable(range)))
                .orElseGet(() -> noArtifact(id, name));
    }

    private static Response noArtifact(String id, String name) {
        return Problem.of(
                        404,
                        "No such artefact",
                        "Nothing named " + name + " belongs to an answer with the id " + id + ".",
                        "Look at what does: GET /api/explanations/" + id)
                .response();
    }

    private static Response unknown(String id) {
        return Problem.of(
                        404,
                        "No such explanation",
                        "No explanation with the id " + id + " was asked for.",
                        "Ask: POST /api/tracks/{track_id}/explanations.")
                .response();
    }
}
