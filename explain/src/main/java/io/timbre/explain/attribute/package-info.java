/** What musical attributes of a sound do to the features of a network. */
@NullMarked
package io.timbre.explain.attribute;

import org.jspecify.annotations.NullMarked;
