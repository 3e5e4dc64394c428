package io.timbre.trainer.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Streams in which nothing happens, with baselines of their own from the same population: many, since how well a
 * baseline lies decides for all of its windows. Each observed ratio is known within about 0.1 (a standard error).
 */
class FalseAlarmsTest {

    @Test
    void areAsFrequentAsStated() {
        assertThat(observedOverStated(Population.of(Population.UNEVEN, 1), 50, 2000, 500, 30, 500))
                .isCloseTo(1, within(.25));
    }

    @Test
    void areAsFrequentAsStatedOfASmallBaseline() {
        assertThat(observedOverStated(Population.of(Population.EVEN, 2), 20, 230, 100, 250, 50))
                .isCloseTo(1, within(.25));
    }

    @Test
    void areAsFrequentAsStatedWhereGenresAreRare() {
        assertThat(observedOverStated(Population.of(Population.RARE, 3), 20, 500, 200, 200, 80))
                .isCloseTo(1, within(.25));
    }

    /** Windows of 500 every 100 tracks, with detectors of change of confidence and of error. */
    @Test
    void areAsFrequentAsStatedInAStreamWithDetectors() {
        var population = Population.of(Population.UNEVEN, 4);
        var random = new SplittableRandom(4);
        int windowsBetween = 20;
        int streams = 40;
        int windows = 500;
        int alarms = 0;
        for (int i = 0; i < streams; i++) {
            var sliding = new SlidingWindows(Watch.of(population.baseline(2000), windowsBetween, 100));
            for (int window = 1 - SlidingWindows.PANES; window < windows; window++) {
                var wrong = Stream.generate(() -> random.nextDouble() < .4).limit(100);
                alarms += sliding.drifted(population.tracks(100), wrong.toList()) ? 1 : 0;
            }
        }
        assertThat((double) alarms * windowsBetween / (streams * windows)).isCloseTo(1, within(.25));
    }

    private static double observedOverStated(
            Population population, int windowsBetween, int baseline, int tracks, int baselines, int windows) {
        int alarms = 0;
        for (int i = 0; i < baselines; i++) {
            var watch = Watch.of(population.baseline(baseline), windowsBetween, 100);
            for (int window = 0; window < windows; window++) {
                alarms += watch.judge(population.window(tracks)).drifted() ? 1 : 0;
            }
        }
        return (double) alarms * windowsBetween / (baselines * windows);
    }
}
