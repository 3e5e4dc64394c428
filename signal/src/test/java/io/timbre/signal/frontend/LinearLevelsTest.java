package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Audio;
import io.timbre.signal.Signals;
import io.timbre.signal.frontend.UnusableAudioException.Fault;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearLevelsTest {
    private static final int RATE_HZ = 22_050;
    private static final int FRAMES = 62;

    private final LinearLevels levels = LinearLevels.standard();

    @Test
    void takesAQuarterOfThePictureOfATrackOf30Seconds() {
        assertThat(levels.name()).isEqualTo("linear-128x62");
        assertThat(levels.segmentShape()).containsExactly(128, 62);
        assertThat(levels.segmentSeconds()).isEqualTo(7.5);
    }

    @Test
    void isTheTrackPictureOfTheSegmentWithItsShadesUndone() throws Exception {
        var picture = LinearSpectrogramParameters.standard().withFrames(FRAMES);
        var sound =
                new Audio(SixteenBits.loudest(signal(levels.segmentSamples())).samples(), RATE_HZ);
        for (int n = 0; n < sound.samples().length; n++) {
            sound.samples()[n] /= 32_768;
        }

        float[] drawn = new LinearSpectrogram(picture).transform(sound).values();

        float[] undone = LinearLevels.levels(drawn, 128);
        float[] values = levels.transform(signal(levels.segmentSamples()));
        float quietest = min(values);
        float loudest = max(values);
        for (int i = 0; i < values.length; i++) {
            double place = (values[i] - quietest) / (loudest - quietest);
            double drawnPlace = (undone[i] - min(undone)) / (max(undone) - min(undone));
            assertThat(place).isCloseTo(drawnPlace, within(1e-3));
        }
    }

    @Test
    void hasTheLowestFrequencyInItsFirstRow() throws Exception {
        float[] values = segments(Signals.sine(2_000, 0.5, 8, RATE_HZ)).getFirst();

        // 86.13 Hz a row, the first from 0 Hz on: 2000 Hz is row 23.
        int loudest = 0;
        for (int row = 0; row < 128; row++) {
            loudest = values[row * FRAMES + 30] > values[loudest * FRAMES + 30] ? row : loudest;
        }
        assertThat(loudest).isEqualTo(23);
    }

    @Test
    void givesDecibelsOfThePower() {
        // Between bins a sine loses up to a decibel or two to the window; at 24 x 86.13 Hz none, but to the neighbours.
        float[] values = levels.transform(
                Arrays.copyOf(Signals.sine(24 * 22_050 / 256.0, 1, 8, RATE_HZ).samples(), levels.segmentSamples()));

        assertThat(max(values)).isCloseTo(-3, within(2.5f));
    }

    @ParameterizedTest
    @ValueSource(floats = {0.001f, 0.25f, 4, 1e6f})
    void addsAGainToEveryCellAndNothingElse(float gain) {
        float[] samples = signal(levels.segmentSamples());
        float[] louder = samples.clone();
        for (int n = 0; n < louder.length; n++) {
            louder[n] *= gain;
        }

        float[] values = levels.transform(samples);
        float[] louderValues = levels.transform(louder);

        float decibels = (float) (20 * Math.log10(gain));
        for (int i = 0; i < values.length; i++) {
            assertThat(louderValues[i] - values[i]).isCloseTo(decibels, within(0.5f));
        }
    }

    @Test
    void givesOneLevelForSilence() {
        float[] values = levels.transform(new float[levels.segmentSamples()]);

        assertThat(values).containsOnly(values[0]);
        assertThat(values[0]).isFinite();
    }

    @Test
    void repeatsAShortTrackFromItsStart() throws Exception {
        float[] track = signal(3 * RATE_HZ);
        float[] filled = new float[levels.segmentSamples()];
        for (int n = 0; n < filled.length; n++) {
            filled[n] = track[n % track.length];
        }

        var found = levels.segments(new Audio(track, RATE_HZ));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().startSeconds()).isZero();
        assertThat(found.getFirst().values()).isEqualTo(levels.transform(filled));
    }

    @Test
    void refusesATrackOfLessThanTwoSeconds() throws Exception {
        assertThat(segments(new Audio(signal(2 * RATE_HZ), RATE_HZ))).hasSize(1);
        assertThatExceptionOfType(UnusableAudioException.class)
                .isThrownBy(() -> levels.segments(new Audio(signal(2 * RATE_HZ - 1), RATE_HZ)))
                .withMessage("44099 samples (2.00 s), but a segment takes 44100 (2.00 s)")
                .returns(Fault.TOO_SHORT, UnusableAudioException::fault);
    }

    @Test
    void readsPicturesFromTheLowestBandOn() {
        // viridis' greens at 0, 1/17, 1/2 and the top; white is where there was no power at all
        float[] shades = {231, 144, 1, 255, 23, 12};

        float[] read = LinearLevels.levels(shades, 3);

        assertThat(read).containsExactly(new float[] {1 / 17f, 0.5f / 17, 0, 0, 1, 8.5f / 17}, within(1e-6f));
    }

    private List<float[]> segments(Audio audio) throws UnusableAudioException {
        return levels.segments(audio).stream().map(Segment::values).toList();
    }

    private static float[] signal(int samples) {
        return FrontEndGolden.signal(samples, RATE_HZ).samples();
    }

    private static float min(float[] values) {
        float min = values[0];
        for (float value : values) {
            min = Math.min(min, value);
        }
        return min;
    }

    private static float max(float[] values) {
        float max = values[0];
        for (float value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
