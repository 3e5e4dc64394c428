/** What is explained: a model, and a track as the model saw it. */
@NullMarked
package io.timbre.explain.subject;

import org.jspecify.annotations.NullMarked;
