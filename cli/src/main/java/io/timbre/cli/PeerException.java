package io.timbre.cli;

import java.io.IOException;

/** A peer cannot do a job, such as open a kind of file; it does others. */
final class PeerException extends IOException {
    private static final long serialVersionUID = 1;

    PeerException(String message) {
        super(message);
    }
}
