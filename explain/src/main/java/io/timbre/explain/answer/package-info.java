/** What can be asked about a decision, and what an answer is made of. */
@NullMarked
package io.timbre.explain.answer;

import org.jspecify.annotations.NullMarked;
