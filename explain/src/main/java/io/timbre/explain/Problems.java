package io.timbre.explain;

import io.timbre.schemas.NotDurableException;
import io.timbre.schemas.RejectedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What clients are told when there is nothing to give them. */
public final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    public Response rejected(RejectedException rejection) {
        var problem = Problem.rejection(rejection.reason(), rejection.detail());
        return problem.status() == 503 ? comeAgain(problem) : problem.response();
    }

    @ServerExceptionMapper
    public Response unavailable(UnavailableException away) {
        return comeAgain(away.problem());
    }

    @ServerExceptionMapper
    public Response logAway(NotDurableException away) {
        return comeAgain(Problem.of(
                503,
                "Kafka or the schema registry is away",
                "The question could not be put on its topic in time.",
                "Ask again in a few seconds."));
    }

    @ServerExceptionMapper
    public Response storeAway(UncheckedIOException away) {
        LOG.error("the object store is away", away);
        return comeAgain(Problem.of(
                503,
                "The object store is away",
                "Explanations can be neither read nor written; the server's log says why.",
                "Ask again in a few seconds."));
    }

    private static Response comeAgain(Problem problem) {
        return Response.fromResponse(problem.response())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
