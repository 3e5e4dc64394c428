/**
 * Networks as data, the DJL blocks made from them, checkpoints, and prediction with a trained one. Rooms, each knowing
 * only those before it: {@code table}, {@code zoo}, {@code engine}, {@code model}; {@code export} knows the first three.
 *
 * <p>Knows nothing of Kafka or of sound: what comes in are arrays, what goes out are arrays.
 */
@NullMarked
package io.timbre.networks;

import org.jspecify.annotations.NullMarked;
