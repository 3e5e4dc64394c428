package io.timbre.explain.saliency;

import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.trust.Reading;

/** How the cells of one input come to their numbers. */
sealed interface Rule permits Gradient, GradientTimesInput, IntegratedGradients, SmoothGrad {

    /** What the numbers mean. */
    Reading reading();

    /**
     * @param index of the class whose logit is explained
     * @param baseline an input that says nothing
     * @return one number a cell, signed
     */
    float[] map(ExplainedModel model, int index, float[] input, float[] baseline);
}
