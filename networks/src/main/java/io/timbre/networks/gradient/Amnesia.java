package io.timbre.networks.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Draws the parameters of a layer anew, normally distributed about 0 with the deviation that each array had, so that what
 * follows sees values of the size that it is used to.
 *
 * @see "J. Adebayo et al., Sanity Checks for Saliency Maps, NeurIPS 2018"
 */
final class Amnesia {

    private Amnesia() {}

    static void of(Block block, SplittableRandom random) {
        for (var parameter : block.getParameters().values()) {
            draw(parameter.getArray(), random);
        }
    }

    private static void draw(NDArray array, SplittableRandom random) {
        var values = array.toFloatArray();
        double deviation = deviation(values);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        array.set(FloatBuffer.wrap(values));
    }

    private static double deviation(float[] values) {
        var doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return Math.sqrt(StatUtils.populationVariance(doubles));
    }
}
