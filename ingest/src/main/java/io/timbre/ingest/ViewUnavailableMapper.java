package io.timbre.ingest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** While the view is restored, clients are told to come again rather than that their track is unknown. */
@Provider
public final class ViewUnavailableMapper implements ExceptionMapper<ViewUnavailableException> {
    @Override
    public Response toResponse(ViewUnavailableException failure) {
        return Response.status(503)
                .header(HttpHeaders.RETRY_AFTER, 1)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(
                        503,
                        "The view of tracks is being restored",
                        "The service has started or moved and reads its state back.",
                        "Ask again in a second."))
                .build();
    }
}
