package io.timbre.cli.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.explain.subject.Recording;
import io.timbre.signal.Audio;
import io.timbre.signal.frontend.LogMel;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final int SAMPLE_RATE_HZ = 22_050;

    @Test
    void givesBackWhatAMaskOfOnesLetPass() throws Exception {
        var recording = recording(0.1, 0);

        assertThat(RoundTrip.signalToNoise(recording)).isGreaterThan(40);
        assertThat(RoundTrip.changedSamples(recording)).isZero();
    }

    @Test
    void keepsTheEnergyOfTheBandThatAMaskKeeps() throws Exception {
        // Noise is mostly above 2 kHz: of its energy up to 11 kHz a seventh lies in the band.
        var noise = recording(0.1, 0);

        assertThat(RoundTrip.energyShare(noise, 500, 2_000)).isBetween(0.8, 1.0);
        assertThat(RoundTrip.energyShare(noise, 0, 11_025)).isEqualTo(1);
    }

    @Test
    void leavesOutAToneBesideTheBandHoweverLoudItIs() throws Exception {
        var loudTone = recording(0.1, 0.5);

        assertThat(RoundTrip.energyShare(loudTone, 500, 2_000)).isBetween(0.8, 1.0);
        assertThat(RoundTrip.energyShare(loudTone, 3_500, 4_500)).isGreaterThan(0.99);
    }

    /** Samples of 16 bits: noise, and a tone of 4 kHz. */
    private static Recording recording(double noise, double tone) throws Exception {
        var random = new Random(1);
        var samples = new float[5 * SAMPLE_RATE_HZ];
        for (int i = 0; i < samples.length; i++) {
            double sample =
                    noise * random.nextDouble(-1, 1) + tone * Math.sin(2 * Math.PI * 4_000 * i / SAMPLE_RATE_HZ);
            samples[i] = Math.round(sample * 32_768) / 32_768f;
        }
        return Recording.of(new Audio(samples, SAMPLE_RATE_HZ), LogMel.standard());
    }
}
