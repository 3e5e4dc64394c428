package io.timbre.trainer.fit;

/**
 * A real example, and what both halves are told of it.
 *
 * @param values row-major, of the shape that the generator makes
 * @param condition what it is, such as a class, one-hot; empty where nothing is told
 */
@SuppressWarnings("ArrayRecordComponent") // handed on and never compared
public record Conditioned(float[] values, float... condition) {}
