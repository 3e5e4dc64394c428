package io.timbre.explain.saliency;

import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.trust.Reading;
import java.util.List;

/**
 * The gradient times the input, in logits. The input counts from the baseline: of a network that standardises, that is
 * its standardised input, since decibels have a zero of no meaning.
 *
 * @see "A. Shrikumar et al., Not Just a Black Box: Learning Important Features Through Propagating Activation Differences,
 *     2016"
 */
record GradientTimesInput() implements Rule {

    @Override
    public Reading reading() {
        return Reading.CONTRIBUTION;
    }

    @Override
    public float[] map(ExplainedModel model, int index, float[] input, float[] baseline) {
        var map = model.logitGradients(List.of(input), index)[0];
        for (int i = 0; i < map.length; i++) {
            map[i] *= input[i] - baseline[i];
        }
        return map;
    }
}
