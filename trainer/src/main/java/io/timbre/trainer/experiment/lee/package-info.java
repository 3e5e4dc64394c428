/** Lee's study: does it help an LSTM that tells genres apart to learn from generated spectrograms too? */
@NullMarked
package io.timbre.trainer.experiment.lee;

import org.jspecify.annotations.NullMarked;
