package io.timbre.trainer.fit;

/**
 * What one step of a fit is made from.
 *
 * @param rows how many examples
 * @param inputs {@code (rows, input shape)}, row-major
 * @param targets how much each answer counts, row-major: {@code (rows, classes)} for a softmax; {@code (rows, logits, 2)},
 *     no and yes, for logits that are judged each by itself. All zeros in a place hide it
 * @param weight what the loss is divided by: what the targets sum to if all classes count alike
 */
@SuppressWarnings("ArrayRecordComponent") // used once and never compared
public record Batch(int rows, float[] inputs, float[] targets, double weight) {}
