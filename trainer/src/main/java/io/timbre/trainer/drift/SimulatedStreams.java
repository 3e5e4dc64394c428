package io.timbre.trainer.drift;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Which evidence of change {@link Adwin} meets in streams in which nothing changes, by simulation. A detector compares a
 * stream with its own past, so the baseline gives it no more than how the values lie.
 */
final class SimulatedStreams {

    /** Above the threshold, whatever its rate: so the rate is known within a third (a standard error). */
    private static final int FALSE_ALARMS = 10;

    /** Evidence grows a little with the past there is to compare with. */
    private static final int TRACKS_OF_A_STREAM = 100_000;

    private static final long SEED = 20_070_428;

    private SimulatedStreams() {}

    /**
     * The evidence that is exceeded within one in so many windows.
     *
     * @param values draws a value between 0 and 1
     * @param advance tracks from one window's end to the next
     */
    static double threshold(ToDoubleFunction<SplittableRandom> values, double windowsBetweenFalseAlarms, int advance) {
        var random = new SplittableRandom(SEED);
        var largest = new PriorityQueue<Double>(Comparator.naturalOrder());
        long windows = (long) Math.ceil(FALSE_ALARMS * windowsBetweenFalseAlarms);
        int windowsOfAStream = Math.max(1, TRACKS_OF_A_STREAM / advance);
        var adwin = Adwin.fresh();
        double peak = 0;
        for (long window = 0; window < windows; window++) {
            if (window % windowsOfAStream == 0) {
                adwin = Adwin.fresh();
            }
            double evidence = evidence(adwin, values, random, advance);
            peak = Math.max(peak, evidence);
            // strong evidence lasts over several windows, but a detector believes it once and forgets
            if (largest.size() <= FALSE_ALARMS || evidence <= largest.element()) {
                largest.add(peak);
                peak = 0;
            }
            if (largest.size() > FALSE_ALARMS + 1) {
                largest.remove();
            }
        }
        return largest.element();
    }

    private static double evidence(
            Adwin adwin, ToDoubleFunction<SplittableRandom> values, SplittableRandom random, int advance) {
        adwin.windowClosed();
        for (int track = 0; track < advance; track++) {
            adwin.add(values.applyAsDouble(random), Double.POSITIVE_INFINITY);
        }
        return adwin.strongest();
    }
}
