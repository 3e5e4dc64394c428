/** Any sample rate to any other, at the quality of soxr HQ. */
@NullMarked
package io.timbre.signal.resample;

import org.jspecify.annotations.NullMarked;
