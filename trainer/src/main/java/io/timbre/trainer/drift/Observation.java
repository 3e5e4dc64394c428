package io.timbre.trainer.drift;

/**
 * What drift remembers of one classification.
 *
 * @param genre place among the observer's genres, of which the last is unknown
 * @param confidence posterior of the most probable class, 0 to 1
 * @param entropy of the posteriors, as a share of the largest that so many classes can have: 0 to 1
 * @param fourier random Fourier features of the embedding, in units of {@link #FOURIER_UNIT}. Shape: (64)
 */
public record Observation(String trackId, int genre, float confidence, float entropy, short[] fourier) {

    /** Random Fourier features of an embedding. */
    public static final int FEATURES = 64;

    /** Whole numbers add up to the same whatever their order, so summaries do not hang on how they were merged. */
    static final double FOURIER_UNIT = 1.0 / Short.MAX_VALUE;

    public Observation {
        if (genre < 0) {
            throw new IllegalArgumentException("genre must be >= 0: was " + genre);
        }
        requireShare("confidence", confidence);
        requireShare("entropy", entropy);
        if (fourier.length != FEATURES) {
            throw new IllegalArgumentException("there must be " + FEATURES + " features: were " + fourier.length);
        }
    }

    Observation ofGenre(int another) {
        return new Observation(trackId, another, confidence, entropy, fourier);
    }

    private static void requireShare(String name, float value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1]: was " + value);
        }
    }
}
