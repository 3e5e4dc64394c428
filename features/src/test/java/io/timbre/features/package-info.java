@NullMarked
package io.timbre.features;

import org.jspecify.annotations.NullMarked;
