/** Turns tracks into feature records: decode, resample, front end. */
@NullMarked
package io.timbre.features;

import org.jspecify.annotations.NullMarked;
