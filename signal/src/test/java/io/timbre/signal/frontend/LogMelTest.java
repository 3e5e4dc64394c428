package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Audio;
import io.timbre.signal.Signals;
import io.timbre.signal.frontend.UnusableAudioException.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogMelTest {
    private static final int RATE_HZ = 22_050;
    private static final int SEGMENT_SAMPLES = 44_032;
    private static final int FRAMES = 87;

    private final LogMel logMel = LogMel.standard();

    @Test
    void describesItself() {
        assertThat(logMel.name()).isEqualTo("log-mel");
        assertThat(logMel.sampleRateHz()).isEqualTo(RATE_HZ);
        assertThat(logMel.segmentSamples()).isEqualTo(SEGMENT_SAMPLES);
        assertThat(logMel.segmentShape()).containsExactly(128, FRAMES);
        assertThat(logMel.segmentSeconds()).isCloseTo(1.9969, within(1e-4));
    }

    /** In half of the frames most bands lie more than 70 dB below the loudest, some 130 dB, which is the floor. */
    @Test
    void agreesWithLibrosa() {
        float[] expected = FrontEndGolden.read("log-mel");
        int columns = expected.length / 128;

        float[] values = FrontEndGolden.everyColumn(
                6, logMel.transform(FrontEndGolden.wideSignal(SEGMENT_SAMPLES, RATE_HZ)), FRAMES);

        assertThat(values).hasSameSizeAs(expected);
        float[] loudest = loudestOfFrames(expected, columns);
        for (int i = 0; i < expected.length; i++) {
            float below = loudest[i % columns] - expected[i];
            assertThat(values[i])
                    .as("band %d, frame %d", i / columns, i % columns * 6)
                    .isCloseTo(expected[i], within(below < 70 ? 1e-3f : below < 100 ? 1e-2f : 0.3f));
        }
    }

    private static float[] loudestOfFrames(float[] values, int frames) {
        float[] loudest = Arrays.copyOf(values, frames);
        for (int i = 0; i < values.length; i++) {
            loudest[i % frames] = Math.max(loudest[i % frames], values[i]);
        }
        return loudest;
    }

    @Test
    void givesDigitalSilenceItsFloor() {
        // 10 log10(1e-10)
        assertThat(logMel.transform(new float[SEGMENT_SAMPLES])).containsOnly(-100);
    }

    @Test
    void raisesEveryBandBySixDecibelsWhenTheSoundIsTwiceAsLoud() {
        float[] loud = FrontEndGolden.signal(SEGMENT_SAMPLES, RATE_HZ).samples();
        float[] soft = loud.clone();
        for (int n = 0; n < soft.length; n++) {
            soft[n] /= 2;
        }

        float[] loudValues = logMel.transform(loud);
        float[] softValues = logMel.transform(soft);

        for (int i = 0; i < softValues.length; i++) {
            softValues[i] += 6.0206f;
        }
        assertThat(Signals.largestDifference(loudValues, softValues, 0)).isLessThan(1e-4);
    }

    @Test
    void transformsEachSegmentOfATrackOnItsOwn() throws Exception {
        // 5 s: 110,250 samples hold two segments, with middles at 1/4 and 3/4, so they start at 5546 and 60,671.
        Audio track = Signals.sine(440, 0.5, 5, RATE_HZ);

        List<Segment> segments = logMel.segments(track);

        assertThat(segments).hasSize(2);
        assertThat(segments.getFirst().startSeconds()).isEqualTo(5_546.0 / RATE_HZ);
        assertThat(segments.getLast().startSeconds()).isEqualTo(60_671.0 / RATE_HZ);
        float[] crop = Arrays.copyOfRange(track.samples(), 60_671, 60_671 + SEGMENT_SAMPLES);
        assertThat(segments.getLast().values()).containsExactly(logMel.transform(crop));
    }

    @Test
    void cutsATrackIntoAtMostSixteenSegments() throws Exception {
        assertThat(logMel.segments(Signals.sine(440, 0.5, 2, RATE_HZ))).hasSize(1);
        assertThat(logMel.segments(Signals.sine(440, 0.5, 30, RATE_HZ))).hasSize(15);
        assertThat(logMel.segments(Signals.sine(440, 0.5, 130, RATE_HZ)))
                .hasSize(16)
                .allSatisfy(segment -> assertThat(segment.startSeconds()).isBetween(30.0, 98.0));
    }

    @Test
    void refusesWhatIsShorterThanASegment() {
        assertFault(new Audio(new float[SEGMENT_SAMPLES - 1], RATE_HZ), Fault.TOO_SHORT);
    }

    @Test
    void refusesSilence() {
        assertFault(Signals.sine(440, 0.0009, 5, RATE_HZ), Fault.SILENT);
    }

    @Test
    void refusesWhatIsNotFinite() {
        float[] samples = FrontEndGolden.signal(SEGMENT_SAMPLES, RATE_HZ).samples();
        samples[40_000] = Float.NaN;

        assertFault(new Audio(samples, RATE_HZ), Fault.NOT_FINITE);
    }

    @Test
    void staysFiniteForTheLargestSamplesItTakes() throws Exception {
        float[] samples = new float[SEGMENT_SAMPLES];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = n % 2 == 0 ? Loudness.LARGEST_SAMPLE : -Loudness.LARGEST_SAMPLE;
        }

        float[] values = logMel.segments(new Audio(samples, RATE_HZ)).getFirst().values();

        assertThat(IntStream.range(0, values.length)).allMatch(i -> Float.isFinite(values[i]));
    }

    @Test
    void refusesSamplesOfAnotherRateOrLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> logMel.segments(Signals.sine(440, 0.5, 5, 44_100)))
                .withMessage("sampleRateHz must be 22050: was 44100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> logMel.transform(new float[44_100]))
                .withMessage("samples must be 44032: were 44100");
    }

    @Test
    void changesItsFingerprintWithEveryParameter() {
        assertThat(List.of(
                        new LogMelParameters(22_050, 2048, 512, 128, 0, 11_025, 1e-10, 86, 16, 120, 30),
                        new LogMelParameters(44_100, 2048, 512, 128, 0, 11_025, 1e-10, 86, 16, 120, 30),
                        new LogMelParameters(22_050, 1024, 512, 128, 0, 11_025, 1e-10, 86, 16, 120, 30),
                        new LogMelParameters(22_050, 2048, 256, 128, 0, 11_025, 1e-10, 86, 16, 120, 30),
                        new LogMelParameters(22_050, 2048, 512, 64, 0, 11_025, 1e-10, 86, 16, 120, 30),
                        new LogMelParameters(22_050, 2048, 512, 128, 20, 11_025, 1e-10, 86, 16, 120, 30),
                        new LogMelParameters(22_050, 2048, 512, 128, 0, 8_000, 1e-10, 86, 16, 120, 30),
                        new LogMelParameters(22_050, 2048, 512, 128, 0, 11_025, 1e-9, 86, 16, 120, 30),
                        new LogMelParameters(22_050, 2048, 512, 128, 0, 11_025, 1e-10, 129, 16, 120, 30),
                        new LogMelParameters(22_050, 2048, 512, 128, 0, 11_025, 1e-10, 86, 8, 120, 30),
                        new LogMelParameters(22_050, 2048, 512, 128, 0, 11_025, 1e-10, 86, 16, 90, 30),
                        new LogMelParameters(22_050, 2048, 512, 128, 0, 11_025, 1e-10, 86, 16, 120, 20)))
                .extracting(parameters -> new LogMel(parameters).fingerprint())
                .doesNotHaveDuplicates()
                .startsWith(LogMel.standard().fingerprint());
    }

    @Test
    void refusesBandsThatNoMelBankHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new LogMelParameters(22_050, 2048, 512, 128, Double.NaN, 11_025, 1e-10, 86, 16, 120, 30))
                .withMessage("minHz and maxHz must rise from 0 to at most half of 22050: were NaN and 11025.0");
    }

    @Test
    void refusesLengthsBeyondAnInt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogMelParameters(22_050, 2048, 512, 128, 0, 11_025, 1e-10, 86, 16, 100_000, 30))
                .withMessage("longTrackSeconds must be at most 2147483647 samples: were 2205000000");
    }

    private void assertFault(Audio audio, Fault expected) {
        assertThatExceptionOfType(UnusableAudioException.class)
                .isThrownBy(() -> logMel.segments(audio))
                .returns(expected, UnusableAudioException::fault);
    }
}
