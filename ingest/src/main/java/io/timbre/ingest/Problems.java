package io.timbre.ingest;

import io.timbre.schemas.RejectedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What clients of the REST layer are told when there is nothing to give them. */
public final class Problems {
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    public Response rejected(RejectedException rejection) {
        return answer(Problem.rejection(400, rejection.reason(), rejection.detail()))
                .build();
    }

    @ServerExceptionMapper
    public Response logAway(LogUnavailableException away) {
        return answer(Problem.of(
                        503,
                        "Kafka or the schema registry is away",
                        "What you sent could not be announced.",
                        "Send it again in a few seconds."))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
