/**
 * Networks as data, the DJL blocks made from them, checkpoints, and prediction with a trained one.
 *
 * <p>Knows nothing of Kafka or of sound: what comes in are arrays, what goes out are arrays.
 */
@NullMarked
package io.timbre.networks;

import org.jspecify.annotations.NullMarked;
