@NullMarked
package io.timbre.ingest;

import org.jspecify.annotations.NullMarked;
