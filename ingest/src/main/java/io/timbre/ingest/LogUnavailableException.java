package io.timbre.ingest;

/** The log of tracks (broker or registry) did not take an event in time. */
final class LogUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogUnavailableException(Throwable cause) {
        super("the event could not be made durable in time", cause);
    }
}
