package io.timbre.networks.model;

/**
 * What a model makes of one track. Classes are in the order of {@link GenreModel#classes()}.
 *
 * @param segmentPosteriors calibrated, one row a segment in the order given, each row sums to 1
 * @param posteriors of the track: the mean of its segments' rows
 * @param embedding of the track, of length 1: see {@link Embedding}
 * @param genre the class of the largest posterior, or {@link #UNKNOWN} where that is below the model's threshold
 * @param confidence the largest posterior
 */
@SuppressWarnings("ArrayRecordComponent") // predictions are read once and never compared
public record TrackPrediction(
        float[][] segmentPosteriors, float[] posteriors, float[] embedding, String genre, float confidence) {

    /** The genre of a track that the model is not sure enough about. */
    public static final String UNKNOWN = "unknown";
}
