package io.timbre.explain.saliency;

import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.trust.Reading;
import io.timbre.networks.model.Softmax;
import java.util.ArrayList;
import java.util.List;

/**
 * The mean of the gradients on the straight way from the baseline to the input, times that way, in logits. They sum to
 * what the logit gains on it; as the mean is taken over the middles of equal steps, nearly so. Where they miss too much of
 * it, as on the rough way through a recurrent network, the steps are halved.
 *
 * @param steps gradients that are taken at least
 * @param mostSteps a multiple of them by a power of 2; more are never taken
 * @see "M. Sundararajan et al., Axiomatic Attribution for Deep Networks, ICML 2017"
 */
record IntegratedGradients(int steps, int mostSteps) implements Rule {

    /** What may be missing, of the gain and besides. */
    private static final double MISSING_SHARE = 0.05;

    private static final double MISSING_LOGITS = 0.02;

    @Override
    public Reading reading() {
        return Reading.CONTRIBUTION;
    }

    @Override
    public float[] map(ExplainedModel model, int index, float[] input, float[] baseline) {
        var ends = model.logits(List.of(baseline, input));
        double gain = ends[1][index] - ends[0][index];
        int taken = steps;
        var map = map(model, index, input, baseline, taken);
        while (taken < mostSteps && isIncomplete(map, gain)) {
            taken *= 2;
            map = map(model, index, input, baseline, taken);
        }
        return map;
    }

    private static boolean isIncomplete(float[] map, double gain) {
        double sum = 0;
        for (float value : map) {
            sum += value;
        }
        return Math.abs(sum - gain) > MISSING_SHARE * Math.abs(gain) + MISSING_LOGITS;
    }

    private static float[] map(ExplainedModel model, int index, float[] input, float[] baseline, int steps) {
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
