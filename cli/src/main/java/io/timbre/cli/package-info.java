/** The {@code timbre} command: the outermost ring, which starts the services and runs their domain code itself. */
@NullMarked
package io.timbre.cli;

import org.jspecify.annotations.NullMarked;
