package io.timbre.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What people, catalogues and tags in files say that a track is. It may be labelled before it is uploaded. */
@Path("/api/tracks/{id}/labels")
@Produces(MediaType.APPLICATION_JSON)
public final class LabelResource {
    /** A word that means nothing is not passed over: it may be one mistyped. */
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(LabelBody.class);

    private static final int MAX_BYTES = 16 * 1024;

    private final LabelDesk desk;

    LabelResource(LabelDesk desk) {
        this.desk = desk;
    }

    @POST
    @Operation(summary = "Says what genre a track is; the same source and who correct what they said before")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LabelBody.class)))
    @APIResponse(responseCode = "202", description = "durable; status tells whether a model learns from it")
    @APIResponse(responseCode = "400", description = "no genre, no such source, or what is not a label at all")
    @APIResponse(responseCode = "503", description = "Kafka or the schema registry is away; ask after Retry-After")
    public Response label(@PathParam("id") String id, InputStream body) throws IOException {
        return accepted(desk.take(read(body).of(id)));
    }

    @DELETE
    @Operation(summary = "Takes back what a source and who said of a track")
    @APIResponse(responseCode = "202", description = "durable")
    @APIResponse(responseCode = "400", description = "no such source")
    public Response retract(
            @PathParam("id") String id,
            @QueryParam("source") @Nullable String source,
            @QueryParam("who") @Nullable String who) {
        return accepted(desk.take(new LabelBody(null, source, who, null, null).retractionOf(id)));
    }

    private static LabelBody read(InputStream body) throws IOException {
        var bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new RejectedException(Reason.MALFORMED_LABEL, "a label has at most " + MAX_BYTES + " bytes");
        }
        try {
            LabelBody label = JSON.readValue(bytes);
            if (label == null) {
                throw new RejectedException(Reason.MALFORMED_LABEL, "the label is null");
            }
            return label;
        } catch (JsonProcessingException e) {
            throw new RejectedException(Reason.MALFORMED_LABEL, e.getOriginalMessage());
        }
    }

    private static Response accepted(LabelReceipt receipt) {
        return Response.accepted(receipt).build();
    }
}
