package io.timbre.trainer.champion;

import io.timbre.trainer.fit.FitListener;

/** Hears how a training goes; called on the thread that trains. */
@FunctionalInterface
public interface TrainingListener {

    /** Hears nothing. */
    TrainingListener SILENT = () -> FitListener.SILENT;

    /** A track has been decoded. */
    default void trackLoaded(int loaded, int of) {}

    /**
     * All data is there, and the weights are about to be fitted.
     *
     * @return who hears of the epochs
     */
    FitListener fitBegins();
}
