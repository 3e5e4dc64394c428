package io.timbre.trainer;

/** Hears how a training goes; called on the thread that trains. */
public interface TrainingListener {

    /** Hears nothing. */
    TrainingListener SILENT = new TrainingListener() {};

    /** A track has been decoded. */
    default void trackLoaded(int loaded, int of) {}

    /** An epoch is over. */
    default void epochDone(Epoch epoch) {}

    /**
     * How far a training is.
     *
     * @param number of the epoch, from 1
     * @param of how many there will be if it does not stop early
     * @param trainingLoss mean cross-entropy of its batches, augmented and mixed, nats
     * @param validationLoss mean negative log-likelihood of the validation tracks, uncalibrated, nats
     * @param validationAccuracy share of the validation tracks whose best class is their label
     * @param best whether this is the lowest validation loss so far
     */
    record Epoch(
            int number, int of, double trainingLoss, double validationLoss, double validationAccuracy, boolean best) {}
}
