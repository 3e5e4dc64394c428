package io.timbre.explain.saliency;

import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.trust.Reading;
import io.timbre.networks.model.Softmax;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The mean of the gradients at noisy copies of the input, in logits per unit of the input. The noise is the same for each
 * input, so that the same input has the same map.
 *
 * @param copies that the mean is taken over
 * @param noise standard deviation of what is added to each cell, of the range of the input
 * @see "D. Smilkov et al., SmoothGrad: removing noise by adding noise, 2017"
 */
record SmoothGrad(int copies, double noise) implements Rule {

    private static final long SEED = 1;

    @Override
    public Reading reading() {
        return Reading.SENSITIVITY;
    }

    @Override
    public float[] map(ExplainedModel model, int index, float[] input, float[] baseline) {
        var random = new SplittableRandom(SEED);
        double deviation = noise * range(input);
        List<float[]> noisy = new ArrayList<>(copies);
        for (int copy = 0; copy < copies; copy++) {
            noisy.add(noisy(input, deviation, random));
        }
        return Softmax.mean(model.logitGradients(noisy, index));
    }

    private static float[] noisy(float[] input, double deviation, SplittableRandom random) {
        var noisy = new float[input.length];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = (float) (input[i] + deviation * random.nextGaussian());
        }
        return noisy;
    }

    private static double range(float[] input) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (float value : input) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return (double) greatest - least;
    }
}
