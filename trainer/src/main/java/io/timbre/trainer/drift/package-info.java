/**
 * Whether what arrives still is what the model was tested on: summaries of windows, distances from a baseline, and
 * thresholds that are false-alarm rates. Plain values; what is counted, and when, is the topology's.
 */
@NullMarked
package io.timbre.trainer.drift;

import org.jspecify.annotations.NullMarked;
