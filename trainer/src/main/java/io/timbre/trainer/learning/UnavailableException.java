package io.timbre.trainer.learning;

import io.timbre.trainer.Problem;

/** What is needed to answer is away for a while; the same request may succeed later. */
final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    UnavailableException(String title, String detail, Throwable cause) {
        super(title, cause);
        this.detail = detail;
    }

    Problem problem() {
        return Problem.of(503, String.valueOf(getMessage()), detail, "Ask again in a few seconds.");
    }
}
