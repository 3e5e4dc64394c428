/** Training on labelled tracks: data, fits, metrics, the papers' studies and the model that is served, a room each. */
@NullMarked
package io.timbre.trainer;

import org.jspecify.annotations.NullMarked;
