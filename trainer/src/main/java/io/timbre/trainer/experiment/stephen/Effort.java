package io.timbre.trainer.experiment.stephen;

import io.timbre.trainer.experiment.ExperimentSettings;

/**
 * How much of a study is done.
 *
 * @param seeds of each figure on training data
 * @param deadSeeds of the first iteration, to see how often its unit dies
 * @param deadEpochs of these
 * @param epochs where there is no validation part
 * @param folds of which each is tested once
 * @param honestEpochs at most, where there is one
 * @param patience epochs without a lower validation loss
 */
record Effort(int seeds, int deadSeeds, int deadEpochs, int epochs, int folds, int honestEpochs, int patience) {

    private static final Effort FULL = new Effort(5, 10, 40, 100, 5, 60, 10);
    private static final Effort QUICK = new Effort(2, 3, 3, 3, 3, 3, 3);

    static Effort of(ExperimentSettings settings) {
        return settings.quick() ? QUICK : FULL;
    }
}
