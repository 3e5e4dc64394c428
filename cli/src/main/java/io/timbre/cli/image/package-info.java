/** The services as container images, without a container engine. */
@NullMarked
package io.timbre.cli.image;

import org.jspecify.annotations.NullMarked;
