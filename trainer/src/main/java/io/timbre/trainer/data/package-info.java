/** Labelled examples: reading them, splitting them without a leak. */
@NullMarked
package io.timbre.trainer.data;

import org.jspecify.annotations.NullMarked;
