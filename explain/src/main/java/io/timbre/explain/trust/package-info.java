/** How far an explanation may be believed: measures from the papers, and the gate that they make together. */
@NullMarked
package io.timbre.explain.trust;

import org.jspecify.annotations.NullMarked;
