package io.timbre.trainer.experiment.lee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Audio;
import io.timbre.signal.frontend.MelSequence;
import io.timbre.signal.frontend.UnusableAudioException;
import org.junit.jupiter.api.Test;

class CoarseMelTest {

    private final CoarseMel coarse = new CoarseMel();

    @Test
    void isTheMeanOfEightFrames() throws UnusableAudioException {
        var samples = tone(coarse.segmentSamples());
        var frames = MelSequence.standard().transform(new Audio(samples, coarse.sampleRateHz()));

        var steps = coarse.transform(samples);

        assertThat(frames.shape()).containsExactly(8 * 11, 128);
        assertThat(steps).hasSize(11 * 128);
        float sum = 0;
        for (int frame = 16; frame < 24; frame++) {
            sum += frames.values()[frame * 128 + 40];
        }
        assertThat(steps[2 * 128 + 40]).isCloseTo(sum / 8, within(1e-4f));
    }

    @Test
    void liesBetweenItsRangeAndTheLoudest() {
        var steps = coarse.transform(tone(coarse.segmentSamples()));
        for (float step : steps) {
            assertThat(step).isBetween(-CoarseMel.RANGE_DB, 1e-5f);
        }
    }

    @Test
    void refusesSilence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> coarse.transform(new float[coarse.segmentSamples()]))
                .withMessage("segments must not be silent");
    }

    /** 440 Hz for a second, then 880 Hz. */
    private static float[] tone(int length) {
        var samples = new float[length];
        for (int n = 0; n < length; n++) {
            samples[n] = (float) Math.sin(2 * Math.PI * (n < 22_050 ? 440 : 880) * n / 22_050);
        }
        return samples;
    }
}
