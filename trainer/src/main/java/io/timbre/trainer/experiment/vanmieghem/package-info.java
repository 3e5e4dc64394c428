/** Van Mieghem's thesis: dense, recurrent and convolutional networks on a few seconds of twelve bands. */
@NullMarked
package io.timbre.trainer.experiment.vanmieghem;

import org.jspecify.annotations.NullMarked;
