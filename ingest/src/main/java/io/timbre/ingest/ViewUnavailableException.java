package io.timbre.ingest;

/** The view of tracks is being opened or restored. */
final class ViewUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ViewUnavailableException(Throwable cause) {
        super("the view of tracks is being restored", cause);
    }
}
