package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AudibleFrontEndTest {
    static Stream<AudibleFrontEnd> frontEnds() {
        return Stream.of(LogMel.standard(), StftMagnitude.standard(), LinearLevels.standard());
    }

    @ParameterizedTest
    @MethodSource("frontEnds")
    void leavesTheSoundAloneUnderGainsOfOne(AudibleFrontEnd frontEnd) {
        var noise = noise(frontEnd);

        assertThat(signalToNoise(noise, frontEnd.amplified(noise, gains(frontEnd, 1))))
                .isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("frontEnds")
    void makesTheSoundAsMuchLouderAsAllItsCells(AudibleFrontEnd frontEnd) {
        var noise = noise(frontEnd);
        var twice = new float[noise.length];
        for (int i = 0; i < noise.length; i++) {
            twice[i] = 2 * noise[i];
        }

        assertThat(signalToNoise(twice, frontEnd.amplified(noise, gains(frontEnd, 2))))
                .isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("frontEnds")
    void raisesTheCellsThatHaveAGainAndHardlyAnyOther(AudibleFrontEnd frontEnd) {
        int[] shape = frontEnd.segmentShape();
        int band = shape[0] / 2;
        var noise = noise(frontEnd);
        var gains = gains(frontEnd, 1);
        Arrays.fill(gains, band * shape[1], (band + 1) * shape[1], 10);

        var before = frontEnd.transform(noise);
        var after = frontEnd.transform(frontEnd.amplified(noise, gains));

        double raised = meanDecibels(frontEnd, after, band) - meanDecibels(frontEnd, before, band);
        double elsewhere = meanDecibels(frontEnd, after, band + 20) - meanDecibels(frontEnd, before, band + 20);
        // 20 dB, less what it shares with its neighbours
        assertThat(raised).isBetween(12.0, 20.0);
        assertThat(elsewhere).isBetween(-0.2, 0.2);
    }

    @ParameterizedTest
    @MethodSource("frontEnds")
    void saysAtWhichFrequenciesItsBandsLie(AudibleFrontEnd frontEnd) {
        var centres = frontEnd.bandCentresHz();

        assertThat(centres).hasSize(frontEnd.segmentShape()[0]).isSorted();
        assertThat(centres[centres.length - 1]).isLessThanOrEqualTo(frontEnd.sampleRateHz() / 2.0);
        int loudest = loudestBand(frontEnd, frontEnd.transform(tone(frontEnd, centres[40])));
        assertThat(loudest).isEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("frontEnds")
    void refusesGainsOfAnotherShape(AudibleFrontEnd frontEnd) {
        var noise = noise(frontEnd);

        assertThatIllegalArgumentException().isThrownBy(() -> frontEnd.amplified(noise, new float[3]));
    }

    private static float[] noise(AudibleFrontEnd frontEnd) {
        var random = new Random(1);
        var noise = new float[frontEnd.segmentSamples()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (0.1 * random.nextGaussian());
        }
        return noise;
    }

    private static float[] tone(AudibleFrontEnd frontEnd, double hz) {
        var tone = new float[frontEnd.segmentSamples()];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / frontEnd.sampleRateHz()));
        }
        return tone;
    }

    private static float[] gains(AudibleFrontEnd frontEnd, float gain) {
        var gains = new float[frontEnd.segmentShape()[0] * frontEnd.segmentShape()[1]];
        Arrays.fill(gains, gain);
        return gains;
    }

    private static double meanDecibels(AudibleFrontEnd frontEnd, float[] cells, int band) {
        int frames = frontEnd.segmentShape()[1];
        double sum = 0;
        for (int frame = 0; frame < frames; frame++) {
            float cell = cells[band * frames + frame];
            sum += frontEnd.isLogarithmic() ? cell : 20 * Math.log10(cell);
        }
        return sum / frames;
    }

    private static int loudestBand(AudibleFrontEnd frontEnd, float[] cells) {
        int loudest = 0;
        for (int band = 1; band < frontEnd.segmentShape()[0]; band++) {
            loudest = meanDecibels(frontEnd, cells, band) > meanDecibels(frontEnd, cells, loudest) ? band : loudest;
        }
        return loudest;
    }

    private static double signalToNoise(float[] signal, float[] found) {
        double energy = 0;
        double error = 0;
        for (int i = 0; i < signal.length; i++) {
            energy += (double) signal[i] * signal[i];
            error += Math.pow(signal[i] - found[i], 2);
        }
        return 10 * Math.log10(energy / error);
    }
}
