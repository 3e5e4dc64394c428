package io.timbre.trainer.data;

/**
 * What a network makes of an example it was shown, or of a track: the mean over its examples.
 *
 * @param posteriors one a class, after softmax or sigmoid
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
public record Prediction(Example example, float[] posteriors) {}
