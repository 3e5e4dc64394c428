/** MIDI: scores to notes and to sound. */
@NullMarked
package io.timbre.signal.score;

import org.jspecify.annotations.NullMarked;
