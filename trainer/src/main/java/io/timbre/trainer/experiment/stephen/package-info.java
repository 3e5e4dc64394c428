/** Stephen's study: genres from the pitches of a MIDI file's first 100 notes. */
@NullMarked
package io.timbre.trainer.experiment.stephen;

import org.jspecify.annotations.NullMarked;
