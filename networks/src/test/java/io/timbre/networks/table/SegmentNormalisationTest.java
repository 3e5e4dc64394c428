package io.timbre.networks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SegmentNormalisationTest {

    @Test
    void givesMeanNothingAndDeviationOneWhateverGainAndRange() {
        var normal = SegmentNormalisation.of(new float[] {-50, -30, -50, -30});

        assertThat(normal).containsExactly(new float[] {-1, 1, -1, 1}, within(1e-5f));
        assertThat(SegmentNormalisation.of(new float[] {2, 5, 2, 5})).containsExactly(normal, within(1e-5f));
    }

    @Test
    void makesZerosOfOneValue() {
        assertThat(SegmentNormalisation.of(new float[] {4, 4, 4})).containsOnly(0);
    }
}
