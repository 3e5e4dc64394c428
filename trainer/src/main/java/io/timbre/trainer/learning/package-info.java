/** The learning loop: from labelled tracks on the log to a judged model, and which model serves. */
@NullMarked
package io.timbre.trainer.learning;

import org.jspecify.annotations.NullMarked;
