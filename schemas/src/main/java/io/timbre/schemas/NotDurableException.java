package io.timbre.schemas;

/** Broker or registry did not take an event in time; announcing it again does no harm. */
public final class NotDurableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotDurableException(Throwable cause) {
        super("the event could not be made durable in time", cause);
    }
}
