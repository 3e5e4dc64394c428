package io.timbre.cli;

/** A command cannot do what it was asked for, for a reason its user can act upon: the message says which and how. */
final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommandFailedException(String message) {
        super(message);
    }
}
