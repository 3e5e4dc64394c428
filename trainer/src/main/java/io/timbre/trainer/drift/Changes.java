package io.timbre.trainer.drift;

/**
 * The strongest evidence of change that the detectors of a stream have met since the last window closed.
 *
 * @param error 0 where no labels came
 * @see Adwin#strongest()
 */
public record Changes(double confidence, double error) {}
