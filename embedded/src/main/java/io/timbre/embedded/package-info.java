/**
 * What a machine needs around Timbre's services: a Kafka broker, a schema registry, and child processes that never
 * outlive their parent. Knows nothing of what travels on the topics.
 */
@NullMarked
package io.timbre.embedded;

import org.jspecify.annotations.NullMarked;
