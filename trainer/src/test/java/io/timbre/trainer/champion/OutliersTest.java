package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutliersTest {

    @Test
    void areSegmentsOfManyKindsAndTheSameForTheSameSeed() {
        var outliers = Outliers.of(Tracks.FRONT_END, 10, 1);

        assertThat(outliers).doesNotHaveDuplicates().allSatisfy(segment -> {
            assertThat(segment).hasSize(Tracks.BANDS * Tracks.FRAMES);
            for (float value : segment) {
                assertThat(value).isFinite();
            }
        });
        assertThat(Outliers.of(Tracks.FRONT_END, 10, 1))
                .usingRecursiveComparison()
                .isEqualTo(outliers);
    }
}
