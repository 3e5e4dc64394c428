@NullMarked
package io.timbre.cli.explanation;

import org.jspecify.annotations.NullMarked;
