/** Chang's studies: genres from a table of descriptors, emotions of CAL500. */
@NullMarked
package io.timbre.trainer.experiment.chang;

import org.jspecify.annotations.NullMarked;
