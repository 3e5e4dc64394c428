package io.timbre.signal.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RealFftTest {
    @Test
    void givesTheRealAndImaginaryPartsOfEachBin() {
        float[] sineInBinOne = {0, 1, 0, -1};
        float[] spectrum = new float[6];

        try (var fft = RealFft.forward(4)) {
            fft.transform(sineInBinOne, spectrum);
        }

        assertThat(spectrum).containsExactly(new float[] {0, 0, 0, -2, 0, 0}, within(1e-6f));
    }

    @Test
    void givesTheSamplesBackAsOftenAsThereAreSamples() {
        float[] samples = {1, 2, 3, 4};
        float[] spectrum = new float[6];
        float[] copy = new float[4];

        try (var forward = RealFft.forward(4);
                var inverse = RealFft.inverse(4)) {
            forward.transform(samples, spectrum);
            inverse.transform(spectrum, copy);
        }

        assertThat(copy).containsExactly(new float[] {4, 8, 12, 16}, within(1e-5f));
    }

    @Test
    void transformsNothingOnceClosedHoweverOften() {
        RealFft fft = RealFft.forward(4096);
        fft.close();
        fft.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> fft.transform(new float[4096], new float[4098]))
                .withMessage("the Fourier transform is closed");
    }

    @Test
    void refusesSizesThatThereIsNoTransformFor() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RealFft.forward(0))
                .withMessageStartingWith("no Fourier transform of 0 samples");
    }
}
