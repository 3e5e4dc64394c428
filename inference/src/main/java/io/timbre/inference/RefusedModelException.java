package io.timbre.inference;

/** A released model that may not serve. */
final class RefusedModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    RefusedModelException(Refusal refusal, String detail) {
        super(refusal.code() + ": " + detail);
        this.refusal = refusal;
    }

    RefusedModelException(Refusal refusal, String detail, Throwable cause) {
        super(refusal.code() + ": " + detail, cause);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
