/** Takes recordings in, and answers what is known of each: uploads, the view of every track, the live feed. */
@NullMarked
package io.timbre.ingest;

import org.jspecify.annotations.NullMarked;
