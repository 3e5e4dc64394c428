/** How good predictions are: plain numbers, with the intervals in which they lie. */
@NullMarked
package io.timbre.trainer.metrics;

import org.jspecify.annotations.NullMarked;
