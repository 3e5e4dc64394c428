package io.timbre.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BandStatisticsTest {

    @Test
    void measuresEachBandOverAllSegments() {
        // band 0: 1, 3, 5, 7, mean 4, variance (9 + 1 + 1 + 9) / 4 = 5; band 1 never moves
        var statistics = BandStatistics.of(List.of(new float[] {1, 3, -80, -80}, new float[] {5, 7, -80, -80}), 2, 2);

        assertThat(statistics.means()).containsExactly(4, -80);
        assertThat(statistics.deviations()).containsExactly(new float[] {(float) Math.sqrt(5), 1e-3f}, within(1e-6f));
    }
}
