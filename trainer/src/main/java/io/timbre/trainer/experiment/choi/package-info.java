/** Choi, Fazekas and Sandler's study: what each layer of a convolutional network covers, and how well it tells genres. */
@NullMarked
package io.timbre.trainer.experiment.choi;

import org.jspecify.annotations.NullMarked;
