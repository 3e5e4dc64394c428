package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Audio;
import io.timbre.signal.Signals;
import io.timbre.signal.descriptor.DescriptorGolden;
import io.timbre.signal.frontend.UnusableAudioException.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DescriptorsTest {
    private static final int RATE_HZ = DescriptorGolden.RATE_HZ;

    private final Descriptors descriptors = Descriptors.standard();
    private final Audio golden = new Audio(DescriptorGolden.signal(), RATE_HZ);

    @Test
    void describesItself() {
        assertThat(descriptors.name()).isEqualTo("descriptors-57");
        assertThat(descriptors.sampleRateHz()).isEqualTo(22_050);
    }

    @Test
    void namesItsColumnsAsTheTableDoes() {
        assertThat(Descriptors.columns())
                .hasSize(57)
                .doesNotHaveDuplicates()
                .startsWith("chroma_stft_mean", "chroma_stft_var", "rms_mean", "rms_var", "spectral_centroid_mean")
                .containsSubsequence("rolloff_var", "zero_crossing_rate_mean", "harmony_mean", "perceptr_mean", "tempo")
                .endsWith("mfcc19_var", "mfcc20_mean", "mfcc20_var");
    }

    /** Expected: librosa 0.11, see {@code src/test/python/descriptor.py}. */
    @Test
    void agreesWithLibrosa() throws Exception {
        float[] expected = DescriptorGolden.read("row");

        Features row = descriptors.transform(golden);

        assertThat(row.shape()).containsExactly(57);
        for (int i = 0; i < 57; i++) {
            assertThat(row.values()[i])
                    .as(Descriptors.columns().get(i))
                    .isCloseTo(expected[i], within(1e-5f * Math.abs(expected[i]) + 1e-8f));
        }
    }

    @Test
    void describesTheMiddleOfALongTrack() throws Exception {
        Descriptors ofTwoSeconds = new Descriptors(new DescriptorsParameters(RATE_HZ, 2048, 512, 128, 0.85f, 2));
        // 100,000 samples are 55,900 more than 2 s.
        float[] middle = Arrays.copyOfRange(golden.samples(), 27_950, 27_950 + 2 * RATE_HZ);

        float[] row = ofTwoSeconds.transform(golden).values();

        assertThat(row)
                .containsExactly(
                        descriptors.transform(new Audio(middle, RATE_HZ)).values());
    }

    @Test
    void refusesWhatIsShorterThanAFrame() {
        assertFault(Signals.sine(440, 0.5, 2047.0 / RATE_HZ, RATE_HZ), Fault.TOO_SHORT);
    }

    @Test
    void describesWhatIsOneFrameLong() throws Exception {
        Audio tone = Signals.sine(440, 0.5, 2048.0 / RATE_HZ, RATE_HZ);

        assertThat(descriptors.transform(tone).values()).doesNotContain(Float.NaN);
    }

    @Test
    void refusesSilenceAndWhatIsNotFinite() {
        assertFault(Signals.sine(440, 0.0009, 5, RATE_HZ), Fault.SILENT);
        float[] samples = golden.samples().clone();
        samples[40_000] = Float.NaN;
        assertFault(new Audio(samples, RATE_HZ), Fault.NOT_FINITE);
    }

    @Test
    void refusesALongTrackWhoseMiddleIsSilent() {
        float[] samples = new float[50 * RATE_HZ];
        Arrays.fill(samples, 0, RATE_HZ, 0.5f);
        assertFault(new Audio(samples, RATE_HZ), Fault.SILENT);
    }

    @Test
    void refusesALongTrackThatIsNotFiniteWhereverThatIs() {
        float[] samples = Signals.sine(440, 0.5, 50, RATE_HZ).samples();
        samples[0] = Float.POSITIVE_INFINITY;
        assertFault(new Audio(samples, RATE_HZ), Fault.NOT_FINITE);
    }

    @Test
    void staysFiniteForTheLargestSamplesItTakes() throws Exception {
        float[] samples = golden.samples().clone();
        for (int n = 0; n < samples.length; n++) {
            samples[n] = Math.signum(samples[n]) * Loudness.LARGEST_SAMPLE;
        }

        float[] values = descriptors.transform(new Audio(samples, RATE_HZ)).values();

        assertThat(IntStream.range(0, values.length)).allMatch(i -> Float.isFinite(values[i]));
    }

    @Test
    void refusesAnotherRate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> descriptors.transform(Signals.sine(440, 0.5, 5, 44_100)))
                .withMessage("sampleRateHz must be 22050: was 44100");
    }

    @Test
    void changesItsFingerprintWithEveryParameter() {
        assertThat(List.of(
                        new DescriptorsParameters(22_050, 2048, 512, 128, 0.85f, 31),
                        new DescriptorsParameters(44_100, 2048, 512, 128, 0.85f, 31),
                        new DescriptorsParameters(22_050, 4096, 512, 128, 0.85f, 31),
                        new DescriptorsParameters(22_050, 2048, 256, 128, 0.85f, 31),
                        new DescriptorsParameters(22_050, 2048, 512, 64, 0.85f, 31),
                        new DescriptorsParameters(22_050, 2048, 512, 128, 0.9f, 31),
                        new DescriptorsParameters(22_050, 2048, 512, 128, 0.85f, 30)))
                .extracting(parameters -> new Descriptors(parameters).fingerprint())
                .doesNotHaveDuplicates()
                .startsWith(descriptors.fingerprint());
    }

    @Test
    void refusesLengthsBeyondAnInt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DescriptorsParameters(22_050, 2048, 512, 128, 0.85f, 100_000))
                .withMessage("maxSeconds must be at most 2147483647 samples: were 2205000000");
    }

    private void assertFault(Audio audio, Fault expected) {
        assertThatExceptionOfType(UnusableAudioException.class)
                .isThrownBy(() -> descriptors.transform(audio))
                .returns(expected, UnusableAudioException::fault);
    }
}
