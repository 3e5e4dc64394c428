package io.timbre.explain.evidence;

import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Quality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Whether the genre loses more without the strongest seconds than without as many of any others. */
record Comparison(Occlusion occlusion, Stretch strongest, List<Stretch> all) {

    private static final int OTHERS = 20;
    private static final long SEED = 1;

    Quality quality() {
        double without = occlusion.weight(strongest.spans());
        var others = others();
        if (others.isEmpty()) {
            return Quality.of(Check.figure("weight-of-strongest", without));
        }
        var weights = others.stream()
                .mapToDouble(other -> occlusion.weight(other.spans()))
                .toArray();
        double mean = Arrays.stream(weights).average().orElseThrow();
        double beaten = (double) Arrays.stream(weights)
                        .filter(weight -> weight < without)
                        .count()
                / weights.length;
        return Quality.of(
                Check.gate(
                        "weight-of-strongest",
                        without,
                        without > mean,
                        "hiding the strongest seconds takes no more from the genre than hiding any others."),
                Check.figure("weight-of-random", mean),
                Check.figure("random-that-weigh-less", beaten));
    }

    /** Drawn from those that share no span with the strongest. */
    private List<Stretch> others() {
        var others = new ArrayList<>(all.stream()
                .filter(stretch -> Collections.disjoint(stretch.spans(), strongest.spans()))
                .toList());
        Collections.shuffle(others, new Random(SEED));
        return others.subList(0, Math.min(OTHERS, others.size()));
    }
}
