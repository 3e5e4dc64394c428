package io.timbre.explain.trust;

import io.timbre.explain.subject.ExplainedModel;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the posterior of a class does while an input is hidden or shown patch by patch in an order: the areas under its
 * deletion and insertion curves. In a good order deletion falls at once and its area is small; insertion rises at once and
 * its area is large.
 *
 * <p>Both run over shares of the input from 0 to 1 in at most {@value #STEPS} steps, by the trapezoidal rule. What is
 * hidden takes the values of the baseline, where the paper takes zeros to delete and a blurred picture to insert.
 *
 * @see "V. Petsiuk et al., RISE: Randomized Input Sampling for Explanation of Black-box Models, BMVC 2018"
 */
record Hiding(ExplainedModel model, int index, float[] baseline, Patches patches) {

    private static final int STEPS = 20;

    /** Area under the posterior while ever more of the input is hidden, 0 to 1; less is better. */
    double deletion(float[] input, int... order) {
        return area(input, baseline, order);
    }

    /** Area under the posterior while ever more of the input is shown, 0 to 1; more is better. */
    double insertion(float[] input, int... order) {
        return area(baseline, input, order);
    }

    private double area(float[] from, float[] to, int... order) {
        int steps = Math.min(STEPS, patches.count());
        List<float[]> way = IntStream.rangeClosed(0, steps)
                .mapToObj(step -> patches.mixed(from, to, order, step * patches.count() / steps))
                .toList();
        double[] curve = Stream.of(model.posteriors(way))
                .mapToDouble(posteriors -> posteriors[index])
                .toArray();
        double sum = (curve[0] + curve[steps]) / 2;
        for (int step = 1; step < steps; step++) {
            sum += curve[step];
        }
        return sum / steps;
    }
}
