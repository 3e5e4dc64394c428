/** The smallest change that makes a track another genre, and whether it still does once it can be heard. */
@NullMarked
package io.timbre.explain.counterfactual;

import org.jspecify.annotations.NullMarked;
