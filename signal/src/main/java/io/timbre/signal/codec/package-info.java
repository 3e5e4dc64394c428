/** Files to sound and back, on FFmpeg: kinds by content, limits on what a file may cost. */
@NullMarked
package io.timbre.signal.codec;

import org.jspecify.annotations.NullMarked;
