/** From sound or score to what networks are fed: one name, one record of parameters, one fingerprint each. */
@NullMarked
package io.timbre.signal.frontend;

import org.jspecify.annotations.NullMarked;
