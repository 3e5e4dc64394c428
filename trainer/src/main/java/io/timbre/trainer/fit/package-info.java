/** Fitting the weights of a network to labelled examples. */
@NullMarked
package io.timbre.trainer.fit;

import org.jspecify.annotations.NullMarked;
