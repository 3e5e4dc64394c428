/** Explanations on demand: pictures, sound and numbers that say why a track was given its genre. */
@NullMarked
package io.timbre.explain;

import org.jspecify.annotations.NullMarked;
