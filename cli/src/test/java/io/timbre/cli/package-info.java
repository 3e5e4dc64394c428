@NullMarked
package io.timbre.cli;

import org.jspecify.annotations.NullMarked;
