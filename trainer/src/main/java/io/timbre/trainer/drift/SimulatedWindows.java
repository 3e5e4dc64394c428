package io.timbre.trainer.drift;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How far windows are from a baseline where nothing drifts, by simulation.
 *
 * <p>A window's tracks are drawn from the baseline by Pólya's urn: each is one of the baseline's, or a repetition of one that
 * this window has already drawn, all with the same chance. That is to draw from the populations that the baseline may have
 * been a sample of (Rubin's Bayesian bootstrap), rather than from the baseline itself, and so to count in the baseline's own
 * error: the mean of N + n tracks is as uncertain as the difference of the means of N and n. Tracks are drawn whole, so what
 * hangs together in the baseline (genre, confidence, embedding) does in the simulation. Besides, a quarter of a track of
 * each genre lies in the urn, or a genre that the baseline happens to lack could never come.
 *
 * <p>A hundred false alarms are simulated, whatever their rate; only the values of those are kept, so memory does not grow.
 *
 * @see "D. B. Rubin, The Bayesian Bootstrap, Annals of Statistics 1981"
 */
final class SimulatedWindows {

    /** So a threshold's rate is known within 10 % (a standard error). */
    static final int FALSE_ALARMS = 100;

    private static final long SEED = 20_070_426;

    private final List<List<Tail.Drawn>> tails;
    private final Map<Integer, double[]> thresholds = new ConcurrentHashMap<>();

    private SimulatedWindows(List<List<Tail.Drawn>> tails) {
        this.tails = tails;
    }

    /**
     * Simulates a hundred times as many windows as are to lie between false alarms.
     *
     * @param tracks of a window
     */
    static SimulatedWindows of(Baseline baseline, int tracks, double windowsBetweenFalseAlarms) {
        var distances = Distances.from(baseline.sketch());
        var random = new SplittableRandom(SEED + tracks);
        var tails = Stream.generate(() -> new Tail(FALSE_ALARMS + 1))
                .limit(Statistic.DISTANCES.size())
                .toList();
        int genres = baseline.genres().size();
        var window = Sketch.empty(genres);
        var drawn = new Observation[tracks];
        int draws = (int) Math.ceil(FALSE_ALARMS * windowsBetweenFalseAlarms);
        for (int draw = 0; draw < draws; draw++) {
            drawFromUrn(drawn, baseline.observations(), genres, random);
            window.clear();
            for (var observation : drawn) {
                window.count(observation);
            }
            var values = distances.of(window);
            for (int i = 0; i < values.length; i++) {
                tails.get(i).offer(values[i], draw);
            }
        }
        return new SimulatedWindows(tails.stream().map(Tail::descending).toList());
    }

    private static void drawFromUrn(
            Observation[] drawn, List<Observation> baseline, int genres, SplittableRandom random) {
        for (int i = 0; i < drawn.length; i++) {
            // a genre weighs a quarter of a track
            int place = random.nextInt(4 * (baseline.size() + i) + genres) - genres;
            if (place < 0) {
                drawn[i] = baseline.get(random.nextInt(baseline.size())).ofGenre(genres + place);
            } else {
                drawn[i] = place < 4 * baseline.size() ? baseline.get(place / 4) : drawn[place / 4 - baseline.size()];
            }
        }
    }

    /**
     * The thresholds that so many of the simulated windows exceed by any statistic, or as near to it as can be, each
     * statistic being allowed the same number.
     *
     * @param falseAlarms of all, at most {@link #FALSE_ALARMS}
     * @return in the order of {@link Statistic#DISTANCES}
     */
    double[] thresholds(int falseAlarms) {
        return thresholds.computeIfAbsent(
                falseAlarms,
                wanted -> IntStream.rangeClosed(1, wanted)
                        .mapToObj(this::thresholdsAt)
                        .min(Comparator.comparingInt(some -> Math.abs(exceeding(some) - wanted)))
                        .orElseThrow());
    }

    private double[] thresholdsAt(int rank) {
        return tails.stream().mapToDouble(tail -> tail.get(rank).value()).toArray();
    }

    private int exceeding(double[] thresholds) {
        var draws = new HashSet<Integer>();
        for (int i = 0; i < thresholds.length; i++) {
            double threshold = thresholds[i];
            tails.get(i).stream().filter(drawn -> drawn.value() > threshold).forEach(drawn -> draws.add(drawn.draw()));
        }
        return draws.size();
    }
}
