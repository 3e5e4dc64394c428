@NullMarked
package io.timbre.inference;

import org.jspecify.annotations.NullMarked;
