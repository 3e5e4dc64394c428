package io.timbre.signal.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MedianFilterTest {
    @Test
    void agreesWithScipy() {
        float[] grid = grid();

        assertThat(new MedianFilter(40, 70, 9).filter(grid)).containsExactly(DescriptorGolden.read("median-9"));
    }

    @Test
    void agreesWithScipyWhereTheWindowIsLongerThanTheColumns() {
        float[] grid = Arrays.copyOf(grid(), 12 * 70);

        assertThat(new MedianFilter(12, 70, 31).filter(grid)).containsExactly(DescriptorGolden.read("median-31"));
    }

    @Test
    void takesTheMiddleOfEachColumnByItself() {
        float[] values = {
            5, 0,
            1, 0,
            3, 7,
            2, 0
        };

        // At the ends: 5 5 1 and 3 2 2.
        assertThat(new MedianFilter(4, 2, 3).filter(values)).containsExactly(5, 0, 3, 0, 2, 0, 2, 0);
    }

    @Test
    void treatsManyColumnsAsOne() {
        float[] column = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
        float[] wide = new float[10 * 600];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = column[i / 600];
        }

        float[] narrowMedians = new MedianFilter(10, 1, 5).filter(column);
        float[] wideMedians = new MedianFilter(10, 600, 5).filter(wide);

        for (int i = 0; i < wide.length; i++) {
            assertThat(wideMedians[i]).isEqualTo(narrowMedians[i / 600]);
        }
    }

    /** Whole numbers of up to three digits, so that many are equal. */
    private static float[] grid() {
        float[] signal = DescriptorGolden.signal();
        float[] grid = new float[40 * 70];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = (float) Math.abs(Math.rint(1000 * signal[i]));
        }
        return grid;
    }
}
