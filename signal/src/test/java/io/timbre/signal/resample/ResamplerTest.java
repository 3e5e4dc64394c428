package io.timbre.signal.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Audio;
import io.timbre.signal.Signals;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
    private static final double AMPLITUDE = 0.5;
    /** Samples of the lower rate at either end, where the filter rings as the tone starts and stops. */
    private static final int EDGE = 200;

    /**
     * What comes out is the tone itself, at its time and as loud: 100 dB down in all lie droop (0.1 dB would be -39),
     * images, delay and rounding.
     */
    @ParameterizedTest
    @CsvSource({
        "44100, 22050", "44100, 11025", "44100, 16000", "48000, 22050", "32000, 22050", "96000, 11025",
        "192000, 22050", "384000, 8000", "44101, 22050", "44100, 22051", "22051, 22050", "22050, 44100",
        "8000, 22050", "11025, 16000", "16000, 22050", "44100, 48000", "11025, 96000", "8000, 384000"
    })
    void passesTonesUpToNineTenthsOfTheLowerNyquistFrequency(int fromHz, int toHz) {
        int lowerHz = Math.min(fromHz, toHz);
        for (double part : new double[] {0.01, 0.3, 0.55, 0.8, 0.9}) {
            double hz = part * lowerHz / 2;
            double seconds = 6.0 * EDGE / lowerHz;

            float[] resampled = Resampling.toRate(Signals.sine(hz, AMPLITUDE, seconds, fromHz), toHz)
                    .samples();

            float[] expected = Arrays.copyOf(
                    Signals.sine(hz, AMPLITUDE, seconds + 1.0 / toHz, toHz).samples(), resampled.length);
            assertThat(Signals.largestDifference(expected, resampled, EDGE * toHz / lowerHz))
                    .as("%.0f Hz", hz)
                    .isLessThan(AMPLITUDE * 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("pairsOfRates")
    void droopsAtMostATenthOfADecibelToNineTenthsOfTheLowerNyquistFrequency(int fromHz, int toHz) {
        for (double part : new double[] {0.05, 0.5, 0.9}) {
            assertThat(levelDb(part * Math.min(fromHz, toHz) / 2, fromHz, toHz))
                    .as("%.2f of the Nyquist frequency", part)
                    .isCloseTo(0, within(0.1));
        }
    }

    @ParameterizedTest
    @MethodSource("pairsOfRates")
    void keepsAliases100DecibelsDownFromElevenTenthsOfTheLowerNyquistFrequency(int fromHz, int toHz) {
        for (double part = 1.1; part * toHz < fromHz; part *= 1.37) {
            assertThat(levelDb(part * toHz / 2, fromHz, toHz))
                    .as("%.2f of the Nyquist frequency", part)
                    .isLessThan(-100);
        }
    }

    static Stream<Arguments> pairsOfRates() {
        int[] ratesHz = {8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 44_101, 48_000, 96_000};
        return Arrays.stream(ratesHz)
                .boxed()
                .flatMap(fromHz -> Arrays.stream(ratesHz)
                        .filter(toHz -> toHz != fromHz)
                        .mapToObj(toHz -> Arguments.of(fromHz, toHz)));
    }

    /** How much louder a tone comes out, at whatever frequency. */
    private static double levelDb(double hz, int fromHz, int toHz) {
        double seconds = 6.0 * EDGE / Math.min(fromHz, toHz);
        Audio resampled = Resampling.toRate(Signals.sine(hz, AMPLITUDE, seconds, fromHz), toHz);
        return 10 * Math.log10(steadyPower(resampled.samples()) / (AMPLITUDE * AMPLITUDE / 2));
    }

    /** Of the middle two thirds, under a Hann window, so that it does not matter how many periods they hold. */
    private static double steadyPower(float[] samples) {
        int edge = samples.length / 6;
        int count = samples.length - 2 * edge;
        double sum = 0;
        for (int n = 0; n < count; n++) {
            double weight = 1 - Math.cos(2 * Math.PI * n / count);
            sum += weight * samples[edge + n] * samples[edge + n];
        }
        return sum / count;
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 22_050, 44_100, 44_101, 96_000})
    void doesNotDependOnTheSizeOfTheBlocks(int fromHz) {
        float[] samples = noise(30_000);
        float[] whole = inBlocks(samples, fromHz, samples.length);

        for (int size : new int[] {1, 576, 4_096, 29_999}) {
            assertThat(inBlocks(samples, fromHz, size)).as("blocks of %d", size).isEqualTo(whole);
        }
    }

    /** 44,101 samples at 44,101 Hz are one second; one sample more begins a sample of the lower rate. */
    @Test
    void givesAsManySamplesAsTheTimeHolds() {
        assertThat(inBlocks(noise(44_101), 44_101, 44_101)).hasSize(22_050);
        assertThat(inBlocks(noise(44_102), 44_101, 44_102)).hasSize(22_051);
        assertThat(inBlocks(noise(1), 44_100, 1)).hasSize(1);
        assertThat(inBlocks(noise(3), 44_100, 3)).hasSize(2);
        assertThat(inBlocks(noise(1), 8_000, 1)).hasSize(3);
        assertThat(inBlocks(noise(0), 44_100, 1)).isEmpty();
    }

    @Test
    void passesTheSamplesOfEqualRatesAsTheyAre() {
        float[] samples = noise(100);

        assertThat(inBlocks(samples, 22_050, 7)).containsExactly(samples);
    }

    @Test
    void keepsSilenceSilent() {
        assertThat(inBlocks(new float[10_000], 48_000, 1_000)).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {22_050, 44_100, 48_000})
    void takesNothingMoreOnceFinished(int fromHz) {
        var resampled = new SampleBuffer();
        try (var resampler = new Resampler(fromHz, 22_050, resampled)) {
            resampler.accept(noise(1), 0, 1);
            resampler.finish();
            resampler.finish();

            assertThatIllegalStateException()
                    .isThrownBy(() -> resampler.accept(noise(1), 0, 1))
                    .withMessage("the resampler is finished");
        }
        assertThat(resampled.toArray()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {22_050, 44_100, 48_000})
    void takesNothingMoreOnceClosedHoweverOften(int fromHz) {
        var resampler = new Resampler(fromHz, 22_050, new SampleBuffer());
        resampler.close();
        resampler.close();

        assertThatIllegalStateException().isThrownBy(() -> resampler.accept(noise(1), 0, 1));
    }

    @Test
    void refusesRatesThatNoSoundHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resampler(999, 22_050, new SampleBuffer()))
                .withMessage("fromHz must be 1000 to 768000: was 999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resampler(22_050, 768_001, new SampleBuffer()))
                .withMessage("toHz must be 1000 to 768000: was 768001");
    }

    private static float[] inBlocks(float[] samples, int fromHz, int size) {
        var resampled = new SampleBuffer();
        try (var resampler = new Resampler(fromHz, 22_050, resampled)) {
            for (int start = 0; start < samples.length; start += size) {
                resampler.accept(samples, start, Math.min(size, samples.length - start));
            }
            resampler.finish();
        }
        return resampled.toArray();
    }

    private static float[] noise(int count) {
        var random = new Random(1);
        float[] samples = new float[count];
        for (int n = 0; n < count; n++) {
            samples[n] = random.nextFloat() - 0.5f;
        }
        return samples;
    }
}
