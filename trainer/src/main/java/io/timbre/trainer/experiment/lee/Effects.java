package io.timbre.trainer.experiment.lee;

import java.util.List;

/**
 * All that is compared under one protocol.
 *
 * @param protocol for reports
 * @param runs of each condition
 */
record Effects(String protocol, int runs, List<Effect> all) {

    Effects {
        all = List.copyOf(all);
    }

    /** The smallest p-value that so many pairs can have: all of them to one side, which is two of 2^runs ways. */
    double leastP() {
        return Math.min(1, Math.scalb(2.0, -runs));
    }
}
