/** What a trained network's answer hangs on: gradients, activations, and the way back down its layers. */
@NullMarked
package io.timbre.networks.gradient;

import org.jspecify.annotations.NullMarked;
