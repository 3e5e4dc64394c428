package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.timbre.signal.frontend.UnusableAudioException.Fault;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentGathererTest {
    /** At most 4 segments of 100; from 4,000 samples on none within 1,000 of either end. */
    private static final Segmentation SEGMENTATION = new Segmentation(100, 4, 4_000, 1_000);

    /** The file's word is right, wrong by less than a quarter of a segment, or of no use as the track is short. */
    @ParameterizedTest
    @CsvSource({
        "9000, 9000",
        "9000, 9020",
        "9000, 8980",
        "4000, 4000",
        "3999, 3990",
        "500, 500",
        "500, 520",
        "600, 590",
        "100, 100",
        "450, 0",
        "600, 0"
    })
    void keepsTheSegmentsOfATrackThatPassesInBlocks(int samples, long expectedSamples) throws Exception {
        var gatherer = new SegmentGatherer(new Unchanged());

        pass(track(samples), expectedSamples, gatherer);

        assertThat(gatherer.wantsAnotherPass()).isFalse();
        assertSegments(gatherer, track(samples));
    }

    /** Wrong about the edges, far off, or nothing at all. */
    @ParameterizedTest
    @CsvSource({
        "9000, 4500",
        "3999, 4000",
        "4000, 3999",
        "1000, 9000",
        "9000, 0",
        "700, 0",
        "100, 1",
        "9000, 9223372036854775807",
        "9000, -9223372036854775808"
    })
    void keepsThemInASecondPassIfTheFileWasWrong(int samples, long expectedSamples) throws Exception {
        var gatherer = new SegmentGatherer(new Unchanged());
        pass(track(samples), expectedSamples, gatherer);

        assertThatIllegalStateException().isThrownBy(gatherer::segments);
        assertThat(gatherer.wantsAnotherPass()).isTrue();
        pass(track(samples), expectedSamples, gatherer);

        assertThat(gatherer.wantsAnotherPass()).isFalse();
        assertSegments(gatherer, track(samples));
    }

    @Test
    void wantsNoThirdPassOfATrackThatIsNeverTheSame() throws Exception {
        var gatherer = new SegmentGatherer(new Unchanged());
        pass(track(9_000), 100, gatherer);
        assertThat(gatherer.wantsAnotherPass()).isTrue();
        pass(track(5_000), 100, gatherer);

        assertThat(gatherer.wantsAnotherPass()).isFalse();
        assertThatIllegalStateException().isThrownBy(gatherer::segments);
    }

    @Test
    void refusesAtTheEndOfAPassWhatAnotherCouldNotMend() {
        assertFault(Fault.TOO_SHORT, () -> gathered(new float[99], 9_000).wantsAnotherPass());
        assertFault(Fault.SILENT, () -> gathered(new float[9_000], 0).wantsAnotherPass());
        assertFault(
                Fault.NOT_FINITE,
                () -> gathered(loudAtFirst(9_000, Float.NaN), 0).wantsAnotherPass());
    }

    @Test
    void beginsAnewWhereATrackCouldNotBeFinished() throws Exception {
        var gatherer = new SegmentGatherer(new Unchanged());
        gatherer.begin(500);
        gatherer.accept(new float[] {Float.NaN}, 0, 1);

        pass(track(500), 500, gatherer);

        assertSegments(gatherer, track(500));
    }

    @Test
    void refusesAsAFrontEndDoes() {
        assertFault(Fault.TOO_SHORT, () -> gathered(loudAtFirst(99, 1), 99).segments())
                .withMessage("99 samples (0.10 s), but a segment takes 100 (0.10 s)");
        assertFault(Fault.SILENT, () -> gathered(new float[9_000], 9_000).segments());
        assertFault(
                Fault.NOT_FINITE,
                () -> gathered(loudAtFirst(9_000, Float.NaN), 9_000).segments());
    }

    @Test
    void refusesALongTrackWhoseMiddleIsSilent() {
        assertFault(
                Fault.SILENT, () -> gathered(loudAtFirst(9_000, 0.5f), 9_000).segments());
    }

    private static ThrowableAssertAlternative<UnusableAudioException> assertFault(
            Fault expected, ThrowingCallable refusing) {
        return assertThatExceptionOfType(UnusableAudioException.class)
                .isThrownBy(refusing)
                .returns(expected, UnusableAudioException::fault);
    }

    private static float[] loudAtFirst(int samples, float first) {
        float[] track = new float[samples];
        track[0] = first;
        return track;
    }

    private static SegmentGatherer gathered(float[] track, long expectedSamples) {
        var gatherer = new SegmentGatherer(new Unchanged());
        pass(track, expectedSamples, gatherer);
        return gatherer;
    }

    private static void pass(float[] track, long expectedSamples, SegmentGatherer gatherer) {
        gatherer.begin(expectedSamples);
        for (int start = 0; start < track.length; start += 70) {
            gatherer.accept(track, start, Math.min(70, track.length - start));
        }
    }

    private static void assertSegments(SegmentGatherer gatherer, float[] track) throws Exception {
        int[] starts = SEGMENTATION.starts(track.length);
        assertThat(gatherer.segments()).hasSameSizeAs(starts).satisfies(segments -> {
            for (int i = 0; i < starts.length; i++) {
                assertThat(segments.get(i).startSeconds()).isEqualTo(starts[i] / 1000.0);
                assertThat(segments.get(i).values()).isEqualTo(Arrays.copyOfRange(track, starts[i], starts[i] + 100));
            }
        });
    }

    /** Every sample is its own, and none is too loud. */
    private static float[] track(int samples) {
        float[] track = new float[samples];
        for (int n = 0; n < samples; n++) {
            track[n] = n / 10_000f;
        }
        return track;
    }

    /** Segments stand for themselves, at 1,000 samples a second. */
    private record Unchanged() implements SegmentFrontEnd {
        @Override
        public String name() {
            return "unchanged";
        }

        @Override
        public Record parameters() {
            return SEGMENTATION;
        }

        @Override
        public int numbersVersion() {
            return 1;
        }

        @Override
        public int sampleRateHz() {
            return 1_000;
        }

        @Override
        public Segmentation segmentation() {
            return SEGMENTATION;
        }

        @Override
        public int[] segmentShape() {
            return new int[] {100};
        }

        @Override
        public float[] transform(float[] samples) {
            return samples;
        }
    }
}
