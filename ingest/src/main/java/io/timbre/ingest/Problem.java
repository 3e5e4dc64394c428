package io.timbre.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.timbre.schemas.Reason;
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

    static Problem rejection(int status, Reason reason, String detail) {
        return rejection(status, reason.code(), detail, reason.remedy());
    }

    static Problem rejection(int status, String reason, String detail, String remedy) {
        return new Problem("urn:timbre:rejection:" + reason, "Rejected: " + reason, status, detail, reason, remedy);
    }

    static Problem of(int status, String title, String detail, String remedy) {
        return new Problem("about:blank", title, status, detail, null, remedy);
    }
}
