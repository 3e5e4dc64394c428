package io.timbre.signal.frontend;

/** This sound or score was decoded, but a front end cannot make anything of it. */
public final class UnusableAudioException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why, from a closed set. */
    public enum Fault {
        /** Nothing in it is louder than {@link Loudness#SILENCE_DBFS}. */
        SILENT,
        /** Shorter than one segment, or of fewer notes than wanted. */
        TOO_SHORT,
        /** Holds samples that are not a number, infinite, or beyond {@link Loudness#LARGEST_SAMPLE}. */
        NOT_FINITE
    }

    private final Fault fault;

    UnusableAudioException(Fault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
