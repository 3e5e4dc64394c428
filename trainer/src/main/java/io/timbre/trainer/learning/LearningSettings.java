package io.timbre.trainer.learning;

/**
 * How challengers are made and judged.
 *
 * @param leastNewLabels examples labelled since the last training, without which a scheduled run is not worth it
 * @param mostExamples that a run holds in memory
 * @param epochs at most
 */
record LearningSettings(Shares shares, Bar bar, int leastNewLabels, int mostExamples, int epochs) {}
