package io.timbre.trainer.metrics;

import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a statistic might have been with other tracks: draws as many tracks as there are, with replacement, each with all
 * its examples. Segments of one track stand or fall together, so drawing them one by one would promise too much.
 *
 * @see "B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapters 8 and 13"
 */
final class Bootstrap {

    private static final int DRAWS = 1000;
    private static final long SEED = 1;

    private final int examples;
    private final List<int[]> tracks;

    private Bootstrap(int examples, List<int[]> tracks) {
        this.examples = examples;
        this.tracks = tracks;
    }

    /** Over the {@link Grouping#TRACK} groups of the examples; an example without one is a track of its own. */
    static Bootstrap over(List<Prediction> predictions) {
        var tracks = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < predictions.size(); i++) {
            var track = predictions
                    .get(i)
                    .example()
                    .groups()
                    .getOrDefault(Grouping.TRACK, predictions.get(i).example().id());
            tracks.computeIfAbsent(track, none -> new ArrayList<>()).add(i);
        }
        return new Bootstrap(
                predictions.size(),
                tracks.values().stream()
                        .map(members ->
                                members.stream().mapToInt(Integer::intValue).toArray())
                        .toList());
    }

    /**
     * The intervals of statistics.
     *
     * @param statistics of a sample in which the example i stands as often as element i says; NaN where undefined
     */
    List<Interval> intervals(Function<int[], double[]> statistics) {
        var random = new Random(SEED);
        var draws = new ArrayList<double[]>();
        for (int draw = 0; draw < DRAWS; draw++) {
            draws.add(statistics.apply(draw(random)));
        }
        return IntStream.range(0, draws.getFirst().length)
                .mapToObj(statistic -> Interval.ofDraws(
                        draws.stream().mapToDouble(draw -> draw[statistic]).toArray()))
                .toList();
    }

    /** Each example once: the sample itself. */
    int[] once() {
        var times = new int[examples];
        Arrays.fill(times, 1);
        return times;
    }

    private int[] draw(Random random) {
        var times = new int[examples];
        for (int i = 0; i < tracks.size(); i++) {
            for (int member : tracks.get(random.nextInt(tracks.size()))) {
                times[member]++;
            }
        }
        return times;
    }
}
