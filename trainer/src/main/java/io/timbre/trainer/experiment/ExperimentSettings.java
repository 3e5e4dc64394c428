package io.timbre.trainer.experiment;

import java.nio.file.Path;

/**
 * How to run a study.
 *
 * @param data the folder that holds {@code gtzan_audio}, {@code midi_genres} and the others
 * @param quick fewer examples, epochs and seeds: minutes instead of what it takes, to see that it works
 * @param seed of splits, weights and order
 */
public record ExperimentSettings(Path data, boolean quick, long seed, Fits fits) {}
