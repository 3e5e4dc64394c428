package io.timbre.trainer;

import jakarta.ws.rs.core.Response;

/**
 * Why a request failed and what to do next, as the body of the answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Problem(String type, String title, int status, String detail, String remedy) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String title, String detail, String remedy) {
        return new Problem("about:blank", title, status, detail, remedy);
    }

    public Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
