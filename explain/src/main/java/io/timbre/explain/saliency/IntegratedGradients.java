package io.timbre.explain.saliency;

import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.trust.Reading;
import io.timbre.networks.model.Softmax;
import java.util.ArrayList;
import java.util.List;

/**
 * The mean of the gradients on the straight way from the baseline to the input, times that way, in logits. They sum to
 * what the logit gains on it; as the mean is taken over the middles of equal steps, nearly so.
 *
 * @param steps gradients that are taken
 * @see "M. Sundararajan et al., Axiomatic Attribution for Deep Networks, ICML 2017"
 */
record IntegratedGradients(int steps) implements Rule {

    @Override
    public Reading reading() {
        return Reading.CONTRIBUTION;
    }

    @Override
    public float[] map(ExplainedModel model, int index, float[] input, float[] baseline) {
        List<float[]> way = new ArrayList<>(steps);
        for (int step = 0; step < steps; step++) {
            way.add(between(baseline, input, (step + 0.5f) / steps));
        }
        var map = Softmax.mean(model.logitGradients(way, index));
        for (int i = 0; i < map.length; i++) {
            map[i] *= input[i] - baseline[i];
        }
        return map;
    }

    private static float[] between(float[] start, float[] end, float share) {
        var between = new float[start.length];
        for (int i = 0; i < between.length; i++) {
            between[i] = start[i] + share * (end[i] - start[i]);
        }
        return between;
    }
}
