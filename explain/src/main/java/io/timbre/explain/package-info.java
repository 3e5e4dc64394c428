/** Explanations on demand. The service runs and reports its health; its methods are still to come. */
@NullMarked
package io.timbre.explain;

import org.jspecify.annotations.NullMarked;
