package io.timbre.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.timbre.schemas.Reason;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Why a request failed and what to do next, as the body of the answer.
 *
 * @param reason code of a {@link Reason}, where the failure is a rejection
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String reason,
        @Nullable String remedy) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem rejection(Reason reason, String detail) {
        return new Problem(
                "urn:timbre:rejection:" + reason.code(),
                "Rejected: " + reason.code(),
                statusOf(reason),
                detail,
                reason.code(),
                reason.remedy());
    }

    static Problem of(int status, String title, String detail, String remedy) {
        return new Problem("about:blank", title, status, detail, null, remedy);
    }

    /** Whether the request is at fault, what it asks about, or the time at which it comes. */
    private static int statusOf(Reason reason) {
        return switch (reason) {
            case UNKNOWN_TRACK -> 404;
            case NOT_CLASSIFIED, FRONT_END_MISMATCH, OTHER_MODEL -> 409;
            case TOO_BUSY -> 503;
            default -> 400;
        };
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
