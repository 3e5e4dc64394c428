package io.timbre.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.Reason;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackClassification;
import io.timbre.schemas.avro.TrackState;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is known of a track, its classification, and the recording itself. */
@Path("/api/tracks/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class TrackResource {
    private static final Pattern SOUND = Pattern.compile("audio/[\\w.+-]+");

    private final TrackView view;
    private final ObjectStore store;

    TrackResource(TrackView view, ObjectStore store) {
        this.view = view;
        this.store = store;
    }

    private record Pending(@JsonProperty("track_id") String trackId, String status) {}

    @GET
    public Response track(@PathParam("id") String id) {
        return view.find(id)
                .map(state -> Response.ok(TrackBody.of(id, state)).build())
                .orElseGet(() -> unknown(id));
    }

    @GET
    @Path("/classification")
    public Response classification(@PathParam("id") String id) {
        return view.find(id).map(state -> classification(id, state)).orElseGet(() -> unknown(id));
    }

    @GET
    @Path("/audio")
    @Produces(MediaType.WILDCARD)
    public Response audio(@PathParam("id") String id) {
        return view.find(id)
                .flatMap(state -> Optional.ofNullable(state.getTrack()))
                .map(this::recording)
                .orElseGet(() -> unknown(id));
    }

    /** Whatever its sender called it, a browser takes it for sound or for nothing that it opens. */
    private Response recording(Track track) {
        return Response.ok(store.require(track.getObjectUri()).toFile())
                .type(Optional.ofNullable(track.getMediaType())
                        .filter(type -> SOUND.matcher(type).matches())
                        .orElse(MediaType.APPLICATION_OCTET_STREAM))
                .header("Content-Security-Policy", "sandbox")
                .build();
    }

    private static Response classification(String id, TrackState state) {
        return Optional.ofNullable(state.getClassification())
                .map(TrackResource::found)
                .or(() -> Optional.ofNullable(state.getRejection())
                        .map(rejection -> problem(Problem.rejection(
                                410,
                                rejection.getReason(),
                                rejection.getDetail(),
                                Reason.of(rejection.getReason()).remedy()))))
                .orElseGet(() ->
                        Response.status(404).entity(new Pending(id, "pending")).build());
    }

    private static Response found(TrackClassification classification) {
        return Response.ok(ClassificationBody.of(classification)).build();
    }

    private static Response unknown(String id) {
        return problem(Problem.of(
                404, "No such track", "No upload with the id " + id + " is known.", "Upload it: POST /api/tracks."));
    }

    private static Response problem(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
