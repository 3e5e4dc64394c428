/** What explanations are worth, measured on many tracks. */
@NullMarked
package io.timbre.cli.explanation;

import org.jspecify.annotations.NullMarked;
