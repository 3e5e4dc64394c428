/** Which cells of the input, or which notes, a genre's logit hangs on. */
@NullMarked
package io.timbre.explain.saliency;

import org.jspecify.annotations.NullMarked;
