package io.timbre.signal.codec;

/** These bytes will never become sound, or a score, however often they are tried. */
public final class UndecodableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why, from a closed set. */
    public enum Fault {
        /** The file has no bytes. */
        EMPTY,
        /** Not a container or codec that we take: a text, a picture, a score, a playlist. */
        UNKNOWN_KIND,
        /** A container that we take, but it holds no sound, more of it is damaged than whole, or it kills the decoder. */
        UNDECODABLE,
        /** More than {@link DecodeLimits#maxDuration()} or {@link DecodeLimits#maxSamples()}, or than a score may be. */
        TOO_LONG,
        /**
         * Decoding took more than {@link DecodeLimits#maxWallTime()}, or rendering a score more than it was given, which
         * may also be a busy machine's fault.
         */
        TOO_SLOW
    }

    private final Fault fault;

    public UndecodableException(Fault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
