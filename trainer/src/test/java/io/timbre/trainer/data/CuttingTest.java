package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CuttingTest {

    @Test
    void abuttingSegmentsShareNoSample() {
        assertThat(new Cutting.Abutting().starts("a", 35, 10)).containsExactly(0, 10, 20);
        assertThat(new Cutting.Abutting().starts("a", 9, 10)).isEmpty();
    }

    @Test
    void randomSegmentsLieInsideTheRecordingInOrder() {
        assertThat(new Cutting.AtRandom(20, 1).starts("a", 1000, 100))
                .hasSize(20)
                .isSorted()
                .doesNotHaveDuplicates()
                .satisfies(starts -> assertThat(starts[0]).isNotNegative())
                .satisfies(starts -> assertThat(starts[19]).isLessThanOrEqualTo(900));
    }

    @Test
    void randomSegmentsDependOnSeedAndRecordingAlone() {
        var cutting = new Cutting.AtRandom(5, 1);

        assertThat(cutting.starts("a", 1000, 100)).isEqualTo(new Cutting.AtRandom(5, 1).starts("a", 1000, 100));
        assertThat(cutting.starts("a", 1000, 100)).isNotEqualTo(cutting.starts("b", 1000, 100));
        assertThat(cutting.starts("a", 1000, 100)).isNotEqualTo(new Cutting.AtRandom(5, 2).starts("a", 1000, 100));
    }

    @Test
    void drawsTheSamePlacesAtAnotherRate() {
        var cutting = new Cutting.AtRandom(5, 1);
        var slow = cutting.starts("a", 1000, 100);
        var fast = cutting.starts("a", 2000, 200);
        for (int i = 0; i < slow.length; i++) {
            assertThat(fast[i] / 2.0).isCloseTo(slow[i], within(1.0));
        }
    }

    @Test
    void aShortRecordingHasAsManyRandomSegmentsAsPlaces() {
        assertThat(new Cutting.AtRandom(5, 1).starts("a", 102, 100)).containsExactly(0, 1, 2);
        assertThat(new Cutting.AtRandom(5, 1).starts("a", 99, 100)).isEmpty();
    }

    @Test
    void drawsAtLeastOneSegment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cutting.AtRandom(0, 1))
                .withMessage("segments must be >= 1: was 0");
    }
}
