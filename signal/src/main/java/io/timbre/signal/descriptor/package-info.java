/** What people measure in sounds: loudness, brightness, pitch classes, harmony against percussion, onsets, tempo. */
@NullMarked
package io.timbre.signal.descriptor;

import org.jspecify.annotations.NullMarked;
