@NullMarked
package io.timbre.explain;

import org.jspecify.annotations.NullMarked;
