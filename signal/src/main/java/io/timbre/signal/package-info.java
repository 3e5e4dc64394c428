/** Sound to arrays and back: decode, resample, analyse, synthesise, encode. Knows nothing of Kafka or networks. */
@NullMarked
package io.timbre.signal;

import org.jspecify.annotations.NullMarked;
