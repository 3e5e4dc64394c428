package io.timbre.trainer.experiment.lee;

import io.timbre.trainer.data.Split;

/**
 * What all conditions of one run share.
 *
 * @param name for listeners, such as {@code "seed 3"}
 * @param seed of the weights to begin with, the order of examples, dropout and noise
 */
record Run(String name, Split split, long seed) {}
