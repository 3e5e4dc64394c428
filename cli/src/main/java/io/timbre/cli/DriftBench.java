package io.timbre.cli;

import io.timbre.trainer.drift.Sketch;
import io.timbre.trainer.drift.Statistic;
import io.timbre.trainer.drift.Watch;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code timbre bench drift}: how fast windows are judged, and how often rightly, on classifications of our own making. */
@Command(
        name = "drift",
        description = "Judging windows: observations a second, thresholds, false alarms, shifts found.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class DriftBench implements Callable<Integer> {
    private static final int PANE = 100;
    private static final int PANES = 5;
    private static final int WINDOW = PANE * PANES;
    private static final int SUMMED = 2_000_000;
    private static final int JUDGED = 2000;

    /** False alarms that are frequent enough to be counted. */
    private static final double COUNTED = 50;

    @Option(
            names = "--windows-between-false-alarms",
            description = "As timbre.drift.windows-between-false-alarms.",
            defaultValue = "1000")
    private double windowsBetween = 1000;

    @Option(names = "--baseline-tracks", description = "Tracks in a baseline.", defaultValue = "2000")
    private int baselineTracks = 2000;

    @Option(names = "--baselines", description = "Drawn to count false alarms, 300 windows each.", defaultValue = "100")
    private int baselines = 100;

    @Option(names = "--shifts", description = "Shifts of ten points to be found, ten a baseline.", defaultValue = "100")
    private int shifts = 100;

    @Override
    public Integer call() {
        var stream = DriftStream.of(1);
        summing(stream);
        thresholds(stream);
        falseAlarms(stream);
        shiftsFound("from one genre to another", stream, stream.movingFromOne());
        shiftsFound("from all genres to one", stream, stream.gainingFromAll());
        return 0;
    }

    private void summing(DriftStream stream) {
        var tracks = stream.next(baselineTracks);
        var sketch = Sketch.empty(stream.baseline(baselineTracks).genres().size());
        long began = System.nanoTime();
        for (int i = 0; i < SUMMED; i++) {
            sketch.add(tracks.get(i % baselineTracks));
        }
        print("observations into a sketch", SUMMED / seconds(began), "1/s");
    }

    private void thresholds(DriftStream stream) {
        var baseline = stream.baseline(baselineTracks);
        var watch = Watch.of(baseline, windowsBetween, PANE);
        long began = System.nanoTime();
        watch.judge(stream.window(WINDOW));
        print(
                "thresholds of windows of %d, one false alarm in %.0f".formatted(WINDOW, windowsBetween),
                seconds(began),
                "s");
        began = System.nanoTime();
        watch.changeThreshold(Statistic.CONFIDENCE_CHANGE);
        watch.changeThreshold(Statistic.ERROR_CHANGE);
        print("thresholds of both detectors of change", seconds(began), "s");
        var window = stream.window(WINDOW);
        began = System.nanoTime();
        for (int i = 0; i < JUDGED; i++) {
            watch.judge(window);
        }
        print("a window judged by thresholds that are known", seconds(began) / JUDGED * 1e6, "us");
    }

    private void falseAlarms(DriftStream stream) {
        int windows = 300;
        int alarms = 0;
        for (int i = 0; i < baselines; i++) {
            var watch = Watch.of(stream.baseline(baselineTracks), COUNTED, PANE);
            for (int window = 0; window < windows; window++) {
                alarms += watch.judge(stream.window(WINDOW)).drifted() ? 1 : 0;
            }
        }
        print(
                "false alarms in %d windows, of those stated by one in %.0f".formatted(baselines * windows, COUNTED),
                alarms * COUNTED / (baselines * windows),
                "ratio");
    }

    private void shiftsFound(String which, DriftStream stream, DriftStream shifted) {
        var random = new SplittableRandom(1);
        int found = 0;
        for (int run = 0; run < shifts; run += 10) {
            var watch = Watch.of(stream.baseline(baselineTracks), windowsBetween, PANE);
            found += (int) IntStream.range(0, Math.min(10, shifts - run))
                    .filter(i -> found(watch, stream, shifted, random.nextInt(PANE)))
                    .count();
        }
        print("ten points %s, found within %d tracks, of %d".formatted(which, WINDOW, shifts), found, "shifts");
    }

    /** Whether any window that closes within 500 tracks of the shift, which lies in the midst of a pane, is an alarm. */
    private static boolean found(Watch watch, DriftStream stream, DriftStream shifted, int before) {
        var panes = new ArrayDeque<Sketch>();
        for (int i = 1; i < PANES; i++) {
            panes.add(stream.window(PANE));
        }
        panes.add(stream.window(before).plus(shifted.window(PANE - before)));
        boolean found = drifted(watch, panes);
        for (int i = 1; i < PANES; i++) {
            panes.remove();
            panes.add(shifted.window(PANE));
            found |= drifted(watch, panes);
        }
        return found;
    }

    private static boolean drifted(Watch watch, Collection<Sketch> panes) {
        return watch.judge(panes.stream().reduce(Sketch::plus).orElseThrow()).drifted();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void print(String caseName, double ours, String unit) {
        System.out.println(Results.json(BenchLine.alone("drift", caseName, ours, unit)));
    }
}
