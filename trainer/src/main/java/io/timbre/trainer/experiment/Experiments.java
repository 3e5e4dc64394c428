package io.timbre.trainer.experiment;

import java.util.List;

/** All studies. */
public final class Experiments {

    private static final List<Experiment> ALL = List.of();

    private Experiments() {}

    /** In the order of the papers. */
    public static List<Experiment> all() {
        return ALL;
    }
}
