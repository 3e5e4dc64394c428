package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SegmentationTest {
    /** Ten samples a second, so that a segment lasts 2 s, long is 120 s and an edge 30 s. */
    private final Segmentation segmentation = new Segmentation(20, 16, 1_200, 300);

    @Test
    void findsNothingInATrackShorterThanASegment() {
        assertThat(segmentation.starts(0)).isEmpty();
        assertThat(segmentation.starts(19)).isEmpty();
    }

    @Test
    void takesATrackAsLongAsASegmentWhole() {
        assertThat(segmentation.starts(20)).containsExactly(0);
    }

    @Test
    void takesTheMiddleOfATrackThatHoldsOneSegment() {
        // 39 samples leave 19 over, 9 of them in front.
        assertThat(segmentation.starts(39)).containsExactly(9);
    }

    @Test
    void takesAsManyAsFitWithoutOverlap() {
        assertThat(segmentation.starts(60)).containsExactly(0, 20, 40);
        // 3 shares of 70 / 3 = 23.33, middles at 11.67, 35 and 58.33, less half a segment each.
        assertThat(segmentation.starts(70)).containsExactly(1, 25, 48);
    }

    @Test
    void spreadsTheMostThatAreAllowed() {
        // 16 shares of 50, middles at 25, 75, ...
        assertThat(segmentation.starts(800)).hasSize(16).startsWith(15, 65).endsWith(765);
    }

    @Test
    void skipsTheEdgesOfALongTrackOnly() {
        // 1199: shares of 74.94; the last middle is 1161.5.
        assertThat(segmentation.starts(1_199)).hasSize(16).startsWith(27).endsWith(1_151);
        // 1200: 600 between the edges, shares of 37.5, middles at 300 + 18.75 and 900 - 18.75.
        assertThat(segmentation.starts(1_200)).hasSize(16).startsWith(308).endsWith(871);
    }

    @Test
    void neverOverlapsNorLeavesTheTrackWhateverItsLength() {
        for (int length = 20; length < 3_000; length++) {
            int[] starts = segmentation.starts(length);
            assertThat(starts[0]).isNotNegative();
            for (int i = 1; i < starts.length; i++) {
                assertThat(starts[i] - starts[i - 1])
                        .as("length %d, segment %d", length, i)
                        .isGreaterThanOrEqualTo(20);
            }
            assertThat(starts[starts.length - 1] + 20).isLessThanOrEqualTo(length);
        }
    }

    @Test
    void placesSegmentsInTracksOfManyHours() {
        var real = LogMelParameters.standard().segmentation();

        int[] starts = real.starts(Integer.MAX_VALUE);

        assertThat(starts).hasSize(16).isSorted();
        assertThat(starts[0]).isGreaterThanOrEqualTo(30 * 22_050);
        assertThat(starts[15]).isGreaterThan(Integer.MAX_VALUE / 16 * 15);
    }

    @Test
    void refusesMoreSegmentsThanAnArrayHolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Segmentation(1 << 20, 1 << 10, Integer.MAX_VALUE, 0))
                .withMessage("maxSegments times segmentSamples must be < 2^30: were 1024 and 1048576");
    }

    @Test
    void refusesEdgesThatLeaveNoSegment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Segmentation(20, 16, 619, 300))
                .withMessage("longTrackSamples must hold two edges of 300 and a segment of 20: was 619");
    }
}
