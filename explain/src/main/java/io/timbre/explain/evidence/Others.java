package io.timbre.explain.evidence;

import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whether the genre loses more without the strongest seconds than without as many of nearly any others. That it loses more
 * than on the mean says nothing: the strongest were chosen for it.
 */
record Others(Occlusion occlusion, Stretch strongest, List<Stretch> all) {

    private static final int OTHERS = 20;
    private static final long SEED = 1;

    /** Of the others. */
    private static final double LEAST_BEATEN = 0.8;

    /** None but a figure where there are no others. */
    List<Check> checks(Progress progress) {
        double without = occlusion.weight(strongest.spans());
        var others = others();
        if (others.isEmpty()) {
            return List.of(Check.figure("weight-of-strongest", without));
        }
        var weights = new double[others.size()];
        for (int i = 0; i < weights.length; i++) {
            progress.at((double) i / weights.length);
            weights[i] = occlusion.weight(others.get(i).spans());
        }
        double mean = Arrays.stream(weights).average().orElseThrow();
        double beaten = (double) Arrays.stream(weights)
                        .filter(weight -> weight < without)
                        .count()
                / weights.length;
        return List.of(
                Check.figure("weight-of-strongest", without),
                Check.figure("weight-of-random", mean),
                Check.gate(
                        "random-that-weigh-less",
                        beaten,
                        beaten >= LEAST_BEATEN,
                        "Hiding as many seconds elsewhere takes as much from the genre as hiding the strongest, or more."));
    }

    /** Drawn from those that share no span with the strongest. */
    private List<Stretch> others() {
        var others = new ArrayList<>(all.stream()
                .filter(stretch -> Collections.disjoint(stretch.spans(), strongest.spans()))
                .toList());
        Collections.shuffle(others, new SplittableRandom(SEED));
        return others.subList(0, Math.min(OTHERS, others.size()));
    }
}
