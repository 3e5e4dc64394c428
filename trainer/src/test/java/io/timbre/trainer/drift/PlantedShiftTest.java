package io.timbre.trainer.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ten points of all tracks move to another genre, anywhere within a window, where one false alarm in 1000 windows is allowed:
 * windows of 500 tracks, advanced by 100, against a baseline of 2000. Found means that one of the windows that close within
 * 500 tracks of the shift is an alarm; of these the last holds 400 to 500 shifted tracks.
 */
class PlantedShiftTest {

    private static final int RUNS = 100;
    private static final double TEN_POINTS = .1;

    /** A genre of 9.7 % loses all it has to another. */
    @Test
    void isFoundWhereGenresAreAlike() {
        var normal = Population.of(Population.EVEN, 1);

        assertThat(found(normal, normal.moving(.097, 1, 2))).isGreaterThanOrEqualTo(95);
    }

    /** From 20 to 10 % and from 9 to 19 %. */
    @Test
    void isFoundWhereGenresAreUneven() {
        var normal = Population.of(Population.UNEVEN, 2);

        assertThat(found(normal, normal.moving(TEN_POINTS, 0, 5))).isGreaterThanOrEqualTo(95);
    }

    /** From 2 to 12 % at the expense of all others alike. */
    @Test
    void isFoundWhereASmallGenreGainsFromAll() {
        var normal = Population.of(Population.UNEVEN, 3);

        assertThat(found(normal, normal.gaining(TEN_POINTS, 9))).isGreaterThanOrEqualTo(95);
    }

    private static int found(Population normal, Population shifted) {
        var random = new SplittableRandom(1);
        int found = 0;
        var watch = Watch.of(normal.baseline(2000), 1000, 100);
        for (int run = 0; run < RUNS; run++) {
            found += foundWithin500(watch, normal, shifted, random.nextInt(100)) ? 1 : 0;
        }
        return found;
    }

    /** @param into tracks of the pane in which the shift comes that came before it */
    private static boolean foundWithin500(Watch watch, Population normal, Population shifted, int into) {
        var sliding = new SlidingWindows(watch);
        for (int pane = 1; pane < SlidingWindows.PANES; pane++) {
            sliding.drifted(normal.tracks(100), List.of());
        }
        var mixed = Stream.concat(normal.tracks(into).stream(), shifted.tracks(100 - into).stream());
        boolean found = sliding.drifted(mixed.toList(), List.of());
        // the pane of the shift has taken up to 100 of the 500 tracks
        for (int pane = 1; pane < SlidingWindows.PANES; pane++) {
            found |= sliding.drifted(shifted.tracks(100), List.of());
        }
        return found;
    }
}
