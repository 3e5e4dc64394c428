/** Classifies feature records with the serving model. */
@NullMarked
package io.timbre.inference;

import org.jspecify.annotations.NullMarked;
