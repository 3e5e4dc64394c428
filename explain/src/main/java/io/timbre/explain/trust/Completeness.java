package io.timbre.explain.trust;

import io.timbre.explain.subject.ExplainedModel;
import java.util.List;

/**
 * Whether contributions add up: by the axiom of completeness they sum to {@code f(x) - f(baseline)}, f being the class's
 * logit.
 *
 * @param error the largest amount by which a map misses that sum, in logits
 * @param share the sum of all such amounts, of the sum of the amounts of {@code f(x) - f(baseline)}
 * @see "M. Sundararajan et al., Axiomatic Attribution for Deep Networks, ICML 2017"
 */
public record Completeness(double error, double share) {

    /** @param maps contributions, one map an input */
    public static Completeness of(
            ExplainedModel model, int index, List<float[]> inputs, float[] baseline, float[][] maps) {
        var logits = model.logits(inputs);
        double start = model.logits(List.of(baseline))[0][index];
        double largest = 0;
        double errors = 0;
        double changes = 0;
        for (int i = 0; i < maps.length; i++) {
            double change = logits[i][index] - start;
            double error = Math.abs(sum(maps[i]) - change);
            largest = Math.max(largest, error);
            errors += error;
            changes += Math.abs(change);
        }
        return new Completeness(largest, changes == 0 ? Math.signum(errors) : errors / changes);
    }

    private static double sum(float... map) {
        double sum = 0;
        for (float value : map) {
            sum += value;
        }
        return sum;
    }
}
