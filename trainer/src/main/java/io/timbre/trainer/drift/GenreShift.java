package io.timbre.trainer.drift;

/**
 * How a genre's share differs from the baseline's.
 *
 * @param pValue of a G-test of this genre against all others, adjusted by Holm's method for there being several genres
 * @param moved whether the window has drifted and this genre's adjusted p-value is below 0.05
 */
public record GenreShift(String genre, double baselineShare, double share, double pValue, boolean moved) {}
