package io.timbre.explain.trust;

import io.timbre.explain.subject.ExplainedModel;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How much a map can change when its input hardly does: the largest {@code |map(y) - map(x)| / |map(x)|} over y that
 * differ from x by at most a radius in each cell. A few y are drawn, so the true maximum is larger. As in the authors'
 * code, the change is relative to the map.
 *
 * @see "C.-K. Yeh et al., On the (In)fidelity and Sensitivity of Explanations, NeurIPS 2019"
 */
final class MaxSensitivity {

    private static final int DRAWS = 4;

    /** The radius, in standard deviations of the cells of the input. */
    private static final double RADIUS = 0.1;

    private MaxSensitivity() {}

    static double of(ExplainedModel model, float[] input, float[] map, Attribution attribution, long seed) {
        var random = new SplittableRandom(seed);
        double radius = RADIUS * deviation(input);
        List<float[]> neighbours = IntStream.range(0, DRAWS)
                .mapToObj(ignored -> near(input, radius, random))
                .toList();
        double largest = 0;
        for (var neighbour : attribution.maps(model, neighbours)) {
            largest = Math.max(largest, distance(neighbour, map));
        }
        return largest == 0 ? 0 : largest / distance(map, new float[map.length]);
    }

    private static float[] near(float[] input, double radius, SplittableRandom random) {
        var near = new float[input.length];
        for (int i = 0; i < near.length; i++) {
            near[i] = (float) (input[i] + radius * random.nextDouble(-1, 1));
        }
        return near;
    }

    private static double deviation(float[] values) {
        double[] doubles =
                IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
        return Math.sqrt(StatUtils.populationVariance(doubles));
    }

    private static double distance(float[] a, float[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (double) (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(squares);
    }
}
