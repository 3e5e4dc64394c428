package io.timbre.trainer.fit;

/**
 * How far a fit is.
 *
 * @param number of the epoch, from 1
 * @param of how many there will be if it does not stop early
 * @param trainingLoss mean over the epoch's batches, nats
 * @param trainingAccuracy share of the epoch's examples whose best class was their label, before the step that they took
 *     part in; of known targets that were right where classes are judged each by itself
 * @param validationLoss mean, nats; NaN without a validation part
 * @param validationAccuracy NaN without a validation part
 * @param learningRate at the end of the epoch
 * @param best whether this is the lowest validation loss so far
 */
public record EpochFigures(
        int number,
        int of,
        double trainingLoss,
        double trainingAccuracy,
        double validationLoss,
        double validationAccuracy,
        double learningRate,
        boolean best) {}
