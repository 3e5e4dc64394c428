/** What travels between the services: records, topics, serdes, event headers, rejections, and the store of the bytes. */
@NullMarked
package io.timbre.schemas;

import org.jspecify.annotations.NullMarked;
