package io.timbre.signal.frontend;

/**
 * From sound or score to what a network is fed: one name, one record of parameters, one fingerprint. What it takes and
 * gives, {@link SegmentFrontEnd}, {@link TrackFrontEnd} and {@link ScoreFrontEnd} say. Implementations are immutable and
 * safe to share between threads.
 */
public sealed interface FrontEnd permits SegmentFrontEnd, TrackFrontEnd, ScoreFrontEnd {
    /** What people call it, in kebab-case. */
    String name();

    /** Everything that the numbers depend on, besides the code. */
    Record parameters();

    /**
     * Version of the code's numbers: raised by hand when the code, or decoding and resampling before it, comes to give
     * other numbers for the same parameters. Rounding within the stated tolerance is not a change.
     */
    int numbersVersion();

    /**
     * SHA-256, in hex, of name, version of the numbers and all parameters: it changes when and only when the numbers do.
     * A network meets only features of the fingerprint that it was trained on.
     */
    default String fingerprint() {
        return Fingerprint.of(this);
    }
}
