package io.timbre.trainer.experiment;

import java.io.IOException;

/** A paper's study, repeated. A new one is one class and one line in {@link Experiments}. */
public interface Experiment {

    /** What people call it, in kebab-case. */
    String name();

    /** One line on what it repeats. */
    String description();

    /**
     * Runs the study. Bad data (an empty class, a missing file, a split that leaks) is found before training starts.
     *
     * @throws IOException if the data cannot be read
     * @throws IllegalArgumentException if the data cannot be used, naming what is wrong with it
     */
    Report run(ExperimentSettings settings) throws IOException;
}
