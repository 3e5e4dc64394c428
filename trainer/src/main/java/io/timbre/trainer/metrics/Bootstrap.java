package io.timbre.trainer.metrics;

import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.data.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a statistic might have been with other tracks, or other artists: draws as many as there are, with replacement, each
 * with all its examples. Segments of one track stand or fall together, so drawing them one by one would promise too much;
 * so do tracks of one artist, where a network is to know artists that it was never shown.
 *
 * @see "B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapters 8 and 13"
 */
final class Bootstrap {

    private static final int DRAWS = 1000;
    private static final long SEED = 1;

    private final int examples;
    private final List<int[]> units;

    private Bootstrap(int examples, List<int[]> units) {
        this.examples = examples;
        this.units = units;
    }

    /** Over the {@link Grouping#TRACK} groups of the examples; an example without one is a track of its own. */
    static Bootstrap over(List<Prediction> predictions) {
        return over(predictions, Grouping.TRACK);
    }

    /** Over the groups of a kind; an example without one goes with its track, or by itself where it has none either. */
    static Bootstrap over(List<Prediction> predictions, Grouping kind) {
        var units = new LinkedHashMap<Unit, List<Integer>>();
        for (int i = 0; i < predictions.size(); i++) {
            units.computeIfAbsent(Unit.of(predictions.get(i).example(), kind), none -> new ArrayList<>())
                    .add(i);
        }
        return new Bootstrap(
                predictions.size(),
                units.values().stream()
                        .map(members ->
                                members.stream().mapToInt(Integer::intValue).toArray())
                        .toList());
    }

    /** What is drawn; a track and an artist of one name are two. */
    private record Unit(String kind, String name) {

        static Unit of(Example example, Grouping kind) {
            return Stream.of(kind, Grouping.TRACK)
                    .filter(example.groups()::containsKey)
                    .findFirst()
                    .map(known -> new Unit(known.word(), example.groups().getOrDefault(known, "")))
                    .orElseGet(() -> new Unit("example", example.id()));
        }
    }

    /**
     * The intervals of statistics.
     *
     * @param statistics of a sample in which the example i stands as often as element i says; NaN where undefined
     */
    List<Interval> intervals(Function<int[], double[]> statistics) {
        return intervals(statistics, 0.95);
    }

    /** The intervals of statistics, as surely as is asked, from the same draws. */
    List<Interval> intervals(Function<int[], double[]> statistics, double confidence) {
        var random = new Random(SEED);
        var draws = new ArrayList<double[]>();
        for (int draw = 0; draw < DRAWS; draw++) {
            draws.add(statistics.apply(draw(random)));
        }
        return IntStream.range(0, draws.getFirst().length)
                .mapToObj(statistic -> Interval.ofDraws(
                        draws.stream().mapToDouble(draw -> draw[statistic]).toArray(), confidence))
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
        for (int i = 0; i < units.size(); i++) {
            for (int member : units.get(random.nextInt(units.size()))) {
                times[member]++;
            }
        }
        return times;
    }
}
