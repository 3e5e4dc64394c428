/** Makes the features of a network audible. */
@NullMarked
package io.timbre.explain.auralisation;

import org.jspecify.annotations.NullMarked;
