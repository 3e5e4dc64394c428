/** Networks on DJL: blocks made from their tables, files of parameters, scores of segments. */
@NullMarked
package io.timbre.networks.engine;

import org.jspecify.annotations.NullMarked;
