package io.timbre.explain;

import io.timbre.explain.answer.Question;

/**
 * A request that can be worked on.
 *
 * @param objectUri where the bytes of the track lie
 */
record ExplanationJob(Asked asked, Question question, String objectUri) {
    String id() {
        return asked.explanationId();
    }
}
