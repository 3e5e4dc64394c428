/** Pictures of arrays and scores, drawn without a display. Knows nothing of how the arrays came about. */
@NullMarked
package io.timbre.signal.picture;

import org.jspecify.annotations.NullMarked;
