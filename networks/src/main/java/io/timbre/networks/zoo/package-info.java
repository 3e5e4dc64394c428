/** The networks of the five papers, and ours. */
@NullMarked
package io.timbre.networks.zoo;

import org.jspecify.annotations.NullMarked;
