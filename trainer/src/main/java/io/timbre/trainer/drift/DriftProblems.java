package io.timbre.trainer.drift;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What clients are told when they cannot have what they asked for. */
public final class DriftProblems {
    @ServerExceptionMapper
    public Response refused(DriftRefusal refusal) {
        return refusal.problem().response();
    }
}
