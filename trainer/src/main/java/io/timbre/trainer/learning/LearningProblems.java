package io.timbre.trainer.learning;

import io.timbre.schemas.NotDurableException;
import io.timbre.trainer.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What clients are told when there is nothing to give them. */
public final class LearningProblems {
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    public Response refused(Refusal refusal) {
        return problem(refusal).response();
    }

    private static Problem problem(Refusal refusal) {
        return refusal.isOfUnknown()
                ? Problem.of(404, "No such model", refusal.detail(), "Look at what there is: GET /api/models.")
                : Problem.of(
                        409, "Not as things stand", refusal.detail(), "Look at how things stand: GET /api/models.");
    }

    @ServerExceptionMapper
    public Response logAway(NotDurableException away) {
        var problem = Problem.of(
                503,
                "Kafka or the schema registry is away",
                "The request could not be put on its topic in time.",
                "Ask again in a few seconds.");
        return Response.fromResponse(problem.response())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
