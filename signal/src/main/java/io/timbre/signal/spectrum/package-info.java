/** Sound to time and frequency and back. */
@NullMarked
package io.timbre.signal.spectrum;

import org.jspecify.annotations.NullMarked;
