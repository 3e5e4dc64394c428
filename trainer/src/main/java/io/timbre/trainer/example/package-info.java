/** From labels and features to the examples that training reads. */
@NullMarked
package io.timbre.trainer.example;

import org.jspecify.annotations.NullMarked;
