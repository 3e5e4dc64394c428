/** Training on labelled tracks: from recordings to a checkpoint with an honest model card. */
@NullMarked
package io.timbre.trainer;

import org.jspecify.annotations.NullMarked;
