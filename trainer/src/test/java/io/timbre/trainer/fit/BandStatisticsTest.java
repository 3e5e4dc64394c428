package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandStatisticsTest {

    @Test
    void measuresTheBandsOfPicturesOverChannelsAndFrames() {
        // channels of two bands of two frames: band 0 has 1 3 1 3, band 1 has 10 10 30 30
        var measured = BandStatistics.of(List.of(new float[] {1, 3, 10, 10, 1, 3, 30, 30}), new Shape(2, 2, 2));
        assertThat(measured.means()).containsExactly(2, 20);
        assertThat(measured.deviations()).containsExactly(1, 10);
    }

    @Test
    void measuresTheValuesOfSequencesOverSteps() {
        var measured = BandStatistics.of(List.of(new float[] {1, 5, 3, 7}), new Shape(2, 2));
        assertThat(measured.means()).containsExactly(2, 6);
        assertThat(measured.deviations()).containsExactly(1, 1);
    }

    @Test
    void measuresTheValuesOfVectorsOverExamples() {
        var measured = BandStatistics.of(List.of(new float[] {1, 0.1f}, new float[] {5, 0.1f}), new Shape(2));
        assertThat(measured.means()).containsExactly(new float[] {3, 0.1f}, within(1e-7f));
        // what never moves is divided by 1
        assertThat(measured.deviations()).containsExactly(2, 1);
    }
}
