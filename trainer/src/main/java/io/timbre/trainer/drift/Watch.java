package io.timbre.trainer.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Holds windows against one baseline. The chance that anything at all gives an alarm for a window in which nothing drifts is
 * one in the stated number of windows, where windows are large or small, and with or without detectors of change.
 *
 * <p>Thresholds are simulated when a window of a new size comes, which takes about a second, and are the same each time. Of
 * sizes two leading digits count, and none beyond 2,000: the rest is scaled, exactly to first order.
 */
public final class Watch {

    /** Fewer would leave no tail to simulate, more would take minutes. */
    private static final double FEWEST_WINDOWS = 10;

    private static final double MOST_WINDOWS = 10_000;

    /** Of a hundred false alarms those that each detector of change may give. */
    private static final int BY_A_DETECTOR = 10;

    private static final int LARGEST_SIMULATED = 2000;
    private static final int SIZES_KEPT = 200;
    private static final double SIGNIFICANT = 0.05;
    private static final int EXEMPLARS = 3;

    private final Baseline baseline;
    private final double windowsBetweenFalseAlarms;
    private final int advance;
    private final Sketch sketch;
    private final Distances distances;
    private final Map<Integer, SimulatedWindows> simulated = new LinkedHashMap<>();
    private final Map<Statistic, Double> changeThresholds = new LinkedHashMap<>();

    private Watch(Baseline baseline, double windowsBetweenFalseAlarms, int advance) {
        this.baseline = baseline;
        this.windowsBetweenFalseAlarms = windowsBetweenFalseAlarms;
        this.advance = advance;
        this.sketch = baseline.sketch();
        this.distances = Distances.from(sketch);
    }

    /**
     * A watch that is to give one false alarm in so many windows.
     *
     * @param windowsBetweenFalseAlarms on average, 10 to 10,000
     * @param advance tracks from the end of one window by count to the next: the pace at which detectors of change are asked
     */
    public static Watch of(Baseline baseline, double windowsBetweenFalseAlarms, int advance) {
        if (!isPossible(windowsBetweenFalseAlarms)) {
            throw new IllegalArgumentException(
                    "windowsBetweenFalseAlarms must be in [10, 10000]: was " + windowsBetweenFalseAlarms);
        }
        if (advance < 1) {
            throw new IllegalArgumentException("advance must be > 0: was " + advance);
        }
        return new Watch(baseline, windowsBetweenFalseAlarms, advance);
    }

    static boolean isPossible(double windowsBetweenFalseAlarms) {
        return windowsBetweenFalseAlarms >= FEWEST_WINDOWS && windowsBetweenFalseAlarms <= MOST_WINDOWS;
    }

    public Baseline baseline() {
        return baseline;
    }

    public double windowsBetweenFalseAlarms() {
        return windowsBetweenFalseAlarms;
    }

    /**
     * Judges a window by its distances alone.
     *
     * @throws IllegalArgumentException if the window is empty, or of other genres
     */
    public Judgement judge(Sketch window) {
        return judgement(window, distances(window, SimulatedWindows.FALSE_ALARMS));
    }

    /** Judges a window by its distances and by what the detectors of change have met since the one before it. */
    public Judgement judge(Sketch window, Changes changes) {
        var statistics = new ArrayList<>(distances(window, SimulatedWindows.FALSE_ALARMS - 2 * BY_A_DETECTOR));
        statistics.add(measured(Statistic.CONFIDENCE_CHANGE, changes.confidence()));
        statistics.add(measured(Statistic.ERROR_CHANGE, changes.error()));
        return judgement(window, statistics);
    }

    /**
     * The evidence of change that a detector is to believe.
     *
     * @param detector {@link Statistic#CONFIDENCE_CHANGE} or {@link Statistic#ERROR_CHANGE}
     */
    public synchronized double changeThreshold(Statistic detector) {
        return changeThresholds.computeIfAbsent(detector, this::simulatedChange);
    }

    private double simulatedChange(Statistic detector) {
        var observations = baseline.observations();
        double error = 1 - baseline.accuracy().orElse(sketch.meanConfidence());
        double windows = windowsBetweenFalseAlarms * SimulatedWindows.FALSE_ALARMS / BY_A_DETECTOR;
        return switch (detector) {
            case CONFIDENCE_CHANGE ->
                SimulatedStreams.threshold(
                        random -> observations
                                .get(random.nextInt(observations.size()))
                                .confidence(),
                        windows,
                        advance);
            case ERROR_CHANGE ->
                SimulatedStreams.threshold(random -> random.nextDouble() < error ? 1 : 0, windows, advance);
            default -> throw new IllegalArgumentException("no detector of change: " + detector.label());
        };
    }

    private Measured measured(Statistic detector, double evidence) {
        return new Measured(detector, evidence, changeThreshold(detector));
    }

    private List<Measured> distances(Sketch window, int falseAlarms) {
        long tracks = window.tracks();
        if (tracks == 0) {
            throw new IllegalArgumentException("a window must hold a track");
        }
        int size = simulatedSize(tracks);
        var thresholds = simulated(size).thresholds(falseAlarms);
        var values = distances.of(window);
        double variance = variance(tracks) / variance(size);
        return IntStream.range(0, values.length)
                .mapToObj(i -> {
                    var statistic = Statistic.DISTANCES.get(i);
                    return new Measured(statistic, values[i], statistic.scaled(thresholds[i], variance));
                })
                .toList();
    }

    private double variance(long tracks) {
        return 1.0 / tracks + 1.0 / baseline.observations().size();
    }

    /** 537 is simulated as 530. */
    private static int simulatedSize(long tracks) {
        int size = (int) Math.min(tracks, LARGEST_SIMULATED);
        int unit = 1;
        while (size / unit >= 100) {
            unit *= 10;
        }
        return size / unit * unit;
    }

    private synchronized SimulatedWindows simulated(int size) {
        var windows = simulated.remove(size);
        if (windows == null) {
            windows = SimulatedWindows.of(baseline, size, windowsBetweenFalseAlarms);
        }
        // the one used last stands last
        simulated.put(size, windows);
        if (simulated.size() > SIZES_KEPT) {
            simulated.remove(simulated.keySet().iterator().next());
        }
        return windows;
    }

    private Judgement judgement(Sketch window, List<Measured> statistics) {
        boolean drifted = statistics.stream().anyMatch(Measured::alarm);
        var genres = shifts(window, drifted);
        double confidence = window.meanConfidence();
        return new Judgement(
                window.tracks(),
                statistics,
                genres,
                drifted ? exemplars(window, genres) : List.of(),
                confidence,
                window.meanEntropy(),
                AccuracyEstimate.of(baseline, sketch.meanConfidence(), confidence));
    }

    private List<GenreShift> shifts(Sketch window, boolean drifted) {
        var expected = sketch.counts();
        var counts = window.counts();
        long tracks = window.tracks();
        long expectedTracks = sketch.tracks();
        var adjusted = Holm.adjusted(IntStream.range(0, counts.length)
                .mapToDouble(genre -> Distances.pValue(expected[genre], expectedTracks, counts[genre], tracks))
                .toArray());
        return IntStream.range(0, counts.length)
                .mapToObj(genre -> new GenreShift(
                        baseline.genres().get(genre),
                        (double) expected[genre] / expectedTracks,
                        (double) counts[genre] / tracks,
                        adjusted[genre],
                        drifted && adjusted[genre] < SIGNIFICANT))
                .toList();
    }

    /** In turns from each of the genres that moved, or of all if none did by itself, those with the largest shift first. */
    private static List<String> exemplars(Sketch window, List<GenreShift> genres) {
        boolean anyMoved = genres.stream().anyMatch(GenreShift::moved);
        var tracks = IntStream.range(0, genres.size())
                .boxed()
                .filter(genre -> !anyMoved || genres.get(genre).moved())
                .sorted(Comparator.comparingDouble(genre ->
                        -Math.abs(genres.get(genre).share() - genres.get(genre).baselineShare())))
                .map(window::exemplars)
                .toList();
        var exemplars = new ArrayList<String>();
        for (int turn = 0; turn < EXEMPLARS; turn++) {
            for (var ofGenre : tracks) {
                if (turn < ofGenre.size() && exemplars.size() < EXEMPLARS) {
                    exemplars.add(ofGenre.get(turn));
                }
            }
        }
        return exemplars;
    }
}
