/** The layers of a network by name, what their features make of a track, and which of them say the same. */
@NullMarked
package io.timbre.explain.featuremap;

import org.jspecify.annotations.NullMarked;
