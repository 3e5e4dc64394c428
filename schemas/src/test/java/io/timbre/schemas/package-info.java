@NullMarked
package io.timbre.schemas;

import org.jspecify.annotations.NullMarked;
