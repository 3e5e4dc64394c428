package io.timbre.trainer.experiment.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Audio;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final int RATE_HZ = 22_050;
    private static final Audio TONE = tone(12, 0.5);

    @Test
    void twelveDecibelsAreAlmostFourTimesTheAmplitude() throws Exception {
        assertThat(peak(Change.LOUDER.of(TONE))).isCloseTo(0.5 * 3.98, within(0.01));
        assertThat(peak(Change.QUIETER.of(TONE))).isCloseTo(0.5 / 3.98, within(0.001));
        assertThat(peak(Change.CLIPPED.of(TONE))).isCloseTo(1, within(0.001));
    }

    @Test
    void anMp3IsAboutAsLongAndAsLoud() throws Exception {
        var again = Change.MP3.of(TONE);

        assertThat(again.samples().length).isBetween(TONE.samples().length - 5_000, TONE.samples().length + 5_000);
        assertThat(peak(again)).isCloseTo(0.5, within(0.1));
    }

    private static Audio tone(int seconds, double amplitude) {
        var samples = new float[seconds * RATE_HZ];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * 440 * i / RATE_HZ));
        }
        return new Audio(samples, RATE_HZ);
    }

    private static double peak(Audio audio) {
        double peak = 0;
        for (int i = audio.samples().length / 4; i < audio.samples().length / 2; i++) {
            peak = Math.max(peak, Math.abs(audio.samples()[i]));
        }
        return peak;
    }
}
