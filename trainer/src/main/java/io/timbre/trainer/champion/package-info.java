/** Training the model that is served: from recordings to a checkpoint with an honest model card. */
@NullMarked
package io.timbre.trainer.champion;

import org.jspecify.annotations.NullMarked;
