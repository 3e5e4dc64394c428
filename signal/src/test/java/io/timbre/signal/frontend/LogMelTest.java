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

    /**
     * Expected: librosa 0.11 on the samples of {@link #chirpWithNoise()},
     * {@code power_to_db(feature.melspectrogram(y=x, sr=22050, pad_mode="constant"), ref=1, top_db=None)}.
     * It is within 7e-6 dB of a computation in double precision.
     */
    @Test
    void agreesWithLibrosa() {
        int[] bands = {0, 1, 5, 20, 40, 64, 90, 110, 127};
        int[] frames = {0, 1, 20, 43, 70, 85, 86};
        float[][] expected = {
            {19.0836f, 14.1729f, -30.1126f, -32.5168f, -29.6759f, -15.9691f, -10.1098f},
            {21.4368f, 17.5464f, -35.5593f, -35.2063f, -33.9123f, -15.2794f, -9.6969f},
            {20.5464f, 25.3353f, -37.9416f, -38.1828f, -39.4131f, -14.4447f, -8.4496f},
            {-0.1089f, -6.1031f, -34.2167f, -31.3410f, -37.5203f, -5.2022f, 0.6910f},
            {-20.4601f, -25.9764f, -36.0087f, -35.3653f, -31.4835f, -19.7050f, -14.5647f},
            {-31.7125f, -30.4158f, -37.0554f, -30.6882f, -31.3546f, -29.7582f, -27.3176f},
            {-23.8043f, -28.0494f, -33.1687f, -31.8936f, -34.1682f, -25.9213f, -20.0665f},
            {-34.0880f, -33.1514f, -30.2897f, -31.2970f, -31.7326f, -29.3104f, -26.1550f},
            {-33.7118f, -32.4392f, -32.1772f, -32.4112f, -32.2111f, -12.0099f, -6.0138f},
        };

        float[] values = logMel.transform(chirpWithNoise());

        for (int b = 0; b < bands.length; b++) {
            for (int f = 0; f < frames.length; f++) {
                assertThat(values[bands[b] * FRAMES + frames[f]])
                        .as("band %d, frame %d", bands[b], frames[f])
                        .isCloseTo(expected[b][f], within(1e-3f));
            }
        }
    }

    @Test
    void givesDigitalSilenceItsFloor() {
        // 10 log10(1e-10)
        assertThat(logMel.transform(new float[SEGMENT_SAMPLES])).containsOnly(-100);
    }

    @Test
    void raisesEveryBandBySixDecibelsWhenTheSoundIsTwiceAsLoud() {
        float[] loud = chirpWithNoise();
        float[] soft = loud.clone();
        for (int n = 0; n < soft.length; n++) {
            soft[n] /= 2;
        }

        float[] loudValues = logMel.transform(loud);
        float[] softValues = logMel.transform(soft);

        for (int i = 0; i < loudValues.length; i++) {
            assertThat(loudValues[i] - softValues[i]).isCloseTo(6.0206f, within(1e-4f));
        }
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
        float[] samples = chirpWithNoise();
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
    void givesTheSameNumbersInManyThreadsAtOnce() {
        float[] samples = chirpWithNoise();
        float[] expected = logMel.transform(samples);

        assertThat(IntStream.range(0, 32).parallel().mapToObj(i -> logMel.transform(samples)))
                .allMatch(values -> Arrays.equals(values, expected));
    }

    /** If this fails, every model in use stops matching its features: raise it on purpose only. */
    @Test
    void keepsItsFingerprint() {
        assertThat(logMel.fingerprint()).isEqualTo("94f6498c6bc3651e6d4c0f2ab9f53f85bdd4bbc95ac751109508c025c38878cf");
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

    /** A chirp from 50 to 10,036 Hz, tones at 440 and 3000 Hz, and noise at -46 dB, so that no band is at the floor. */
    private static float[] chirpWithNoise() {
        float[] samples = new float[SEGMENT_SAMPLES];
        long state = 1;
        for (int n = 0; n < samples.length; n++) {
            double t = (double) n / RATE_HZ;
            state = (state * 1_664_525 + 1_013_904_223) & 0xffff_ffffL;
            double noise = state / 0x1p32 - 0.5;
            samples[n] = (float) (0.4 * Math.sin(2 * Math.PI * (50 * t + 2500 * t * t))
                    + 0.2 * Math.sin(2 * Math.PI * 440 * t)
                    + 0.1 * Math.sin(2 * Math.PI * 3000 * t)
                    + 0.01 * noise);
        }
        return samples;
    }
}
