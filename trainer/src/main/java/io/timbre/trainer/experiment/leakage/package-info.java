/** How much of a figure is memory: one network under splits that leak less and less. */
@NullMarked
package io.timbre.trainer.experiment.leakage;

import org.jspecify.annotations.NullMarked;
