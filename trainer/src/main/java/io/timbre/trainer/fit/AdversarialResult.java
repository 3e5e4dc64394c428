package io.timbre.trainer.fit;

/**
 * What came of two networks playing against each other.
 *
 * @param generator that learnt
 * @param discriminatorLosses one a step, nats: 0 where it tells real from generated without doubt, log 2 where it guesses
 * @param generatorLosses one a step, nats: 0 where the discriminator takes everything for real
 */
@SuppressWarnings("ArrayRecordComponent") // handed on and never compared
public record AdversarialResult(TrainedGenerator generator, double[] discriminatorLosses, double[] generatorLosses) {}
