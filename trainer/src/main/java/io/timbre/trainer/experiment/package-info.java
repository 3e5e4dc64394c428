/** The studies of the five papers, repeated, and ours; each ends in a report. */
@NullMarked
package io.timbre.trainer.experiment;

import org.jspecify.annotations.NullMarked;
