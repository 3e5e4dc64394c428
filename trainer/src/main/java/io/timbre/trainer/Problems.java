package io.timbre.trainer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What clients are told when there is nothing to give them. */
public final class Problems {
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    public Response restoring(InvalidStateStoreException restoring) {
        return comeAgain(Problem.of(
                503,
                "The state of the service is being restored",
                "The service has started or moved and reads its state back.",
                "Ask again in a few seconds."));
    }

    private static Response comeAgain(Problem problem) {
        return Response.fromResponse(problem.response())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
