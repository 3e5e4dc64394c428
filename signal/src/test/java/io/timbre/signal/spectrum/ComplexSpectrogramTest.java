package io.timbre.signal.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ComplexSpectrogramTest {
    private final ComplexSpectrogram spectrogram =
            new ComplexSpectrogram(new float[] {3, 0, -2, 1e-30f}, new float[] {4, 0, 0, 0}, 2, 2);

    @Test
    void hasMagnitudes() {
        assertThat(spectrogram.magnitude().values()).containsExactly(5, 0, 2, 1e-30f);
    }

    @Test
    void keepsItsPhaseUnderGains() {
        ComplexSpectrogram amplified = spectrogram.amplified(new Spectrogram(new float[] {2, 7, 0.5f, 1}, 2, 2));

        assertThat(amplified.real()).containsExactly(6, 0, -1, 1e-30f);
        assertThat(amplified.imaginary()).containsExactly(8, 0, 0, 0);
    }

    @Test
    void refusesAnotherShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spectrogram.amplified(new Spectrogram(new float[6], 2, 3)))
                .withMessage("gains must have 2 bins and 2 frames: had 2 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ComplexSpectrogram(new float[6], new float[4], 2, 3))
                .withMessage("real and imaginary must be 6 for 2 bins and 3 frames: were 6 and 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Spectrogram(new float[5], 2, 3))
                .withMessage("values must be 6 for 2 bands and 3 frames: were 5");
    }
}
