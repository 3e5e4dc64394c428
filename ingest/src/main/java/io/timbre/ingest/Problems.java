package io.timbre.ingest;

import io.timbre.schemas.NotDurableException;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What clients of the REST layer are told when there is nothing to give them. */
public final class Problems {
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    public Response rejected(RejectedException rejection) {
        int status = rejection.reason() == Reason.MISSING_OBJECT ? 410 : 400;
        return answer(Problem.rejection(status, rejection.reason(), rejection.detail()))
                .build();
    }

    @ServerExceptionMapper
    public Response storeAway(UncheckedIOException away) {
        return comeAgain(Problem.of(
                503, "The object store is away", String.valueOf(away.getMessage()), "Ask again in a few seconds."));
    }

    @ServerExceptionMapper
    public Response logAway(NotDurableException away) {
        return comeAgain(Problem.of(
                503,
                "Kafka or the schema registry is away",
                "What you sent could not be announced.",
                "Send it again in a few seconds."));
    }

    /** While the view is restored, clients are told to come again rather than that their track is unknown. */
    @ServerExceptionMapper
    public Response restoring(ViewUnavailableException away) {
        return comeAgain(Problem.of(
                503,
                "The view of tracks is being restored",
                "The service has started or moved and reads its state back.",
                "Ask again in a few seconds."));
    }

    private static Response comeAgain(Problem problem) {
        return answer(problem)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
