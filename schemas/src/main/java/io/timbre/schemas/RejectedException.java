package io.timbre.schemas;

/**
 * This record can never work. Thrown by a service's domain code; {@link DeadLetters} turns it into a dead letter and
 * the stream goes on.
 */
public final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public RejectedException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public RejectedException(Reason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What was found, in words. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
