package io.timbre.signal;

import java.util.List;

/**
 * From sound to what a network is fed: one name, one record of parameters, one fingerprint. Implementations are
 * immutable and safe to share between threads.
 */
public interface FrontEnd {
    /** What people call it, in kebab-case. */
    String name();

    /**
     * SHA-256, in hex, of all parameters and of the version of the numbers: it changes when and only when the numbers
     * do. A network meets only features of the fingerprint that it was trained on.
     */
    String fingerprint();

    /** The rate that {@link #segments} and {@link #transform} want their samples at. */
    int sampleRateHz();

    /** Samples that one segment is made of. */
    int segmentSamples();

    /** Dimensions of {@link Segment#values()}, slowest first: (bands, frames). */
    int[] segmentShape();

    default double segmentSeconds() {
        return (double) segmentSamples() / sampleRateHz();
    }

    /**
     * Cuts a track into segments, spread over it and in the order of time, and transforms each on its own.
     *
     * @throws UnusableAudioException if the track is silent, shorter than a segment, or not finite
     * @throws IllegalArgumentException if its rate is not {@link #sampleRateHz()}
     */
    List<Segment> segments(Audio audio) throws UnusableAudioException;

    /**
     * Transforms one window, such as a training crop, exactly as a segment that lies there.
     *
     * @param samples {@link #segmentSamples()} of them
     * @return row-major array of {@link #segmentShape()}
     */
    float[] transform(float[] samples);
}
