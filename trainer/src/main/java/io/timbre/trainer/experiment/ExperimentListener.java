package io.timbre.trainer.experiment;

import io.timbre.trainer.fit.FitListener;

/** Hears how a study goes; called on the thread that runs it. */
public interface ExperimentListener {

    /** Hears nothing. */
    ExperimentListener SILENT = stage -> FitListener.SILENT;

    /**
     * A stage begins, such as {@code "iteration 2, grouped, seed 3"}.
     *
     * @return who hears of its epochs
     */
    FitListener stage(String name);
}
