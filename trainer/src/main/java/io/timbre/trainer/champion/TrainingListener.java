package io.timbre.trainer.champion;

import io.timbre.trainer.fit.FitListener;

/** Hears how a training goes; called on the thread that trains. */
@FunctionalInterface
public interface TrainingListener {

    /** Hears nothing. */
    TrainingListener SILENT = what -> FitListener.SILENT;

    /**
     * All data is there, and weights are about to be fitted.
     *
     * @param what in a few words, where several networks are fitted
     * @return who hears of the epochs
     */
    FitListener fitBegins(String what);
}
