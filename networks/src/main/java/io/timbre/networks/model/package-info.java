/** Trained models: what they say of themselves, their checkpoints, and prediction. */
@NullMarked
package io.timbre.networks.model;

import org.jspecify.annotations.NullMarked;
