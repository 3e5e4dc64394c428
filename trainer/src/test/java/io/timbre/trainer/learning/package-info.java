@NullMarked
package io.timbre.trainer.learning;

import org.jspecify.annotations.NullMarked;
