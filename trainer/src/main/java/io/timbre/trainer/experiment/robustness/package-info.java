/** What the shipped model loses when a recording is not as it was. */
@NullMarked
package io.timbre.trainer.experiment.robustness;

import org.jspecify.annotations.NullMarked;
