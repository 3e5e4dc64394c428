/** Which seconds of a track speak for and against a genre. */
@NullMarked
package io.timbre.explain.evidence;

import org.jspecify.annotations.NullMarked;
