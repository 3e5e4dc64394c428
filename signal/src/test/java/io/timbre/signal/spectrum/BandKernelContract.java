package io.timbre.signal.spectrum;

import static io.timbre.signal.Golden.largestDifference;
import static io.timbre.signal.Golden.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Golden;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the kernel on the Vector API and its plain twin both hold to. */
abstract class BandKernelContract {
    abstract BandKernel kernel();

    @Test
    void agreesWithLibrosa() {
        assertThat(largestDifference(decibels(read("spectrum/mel-power")), read("spectrum/mel-db")))
                .isLessThan(1e-3);
    }

    @Test
    void takesTenLogarithmsToBaseTenOverTheWholeRange() {
        // From 1e-37 to 1e38 in steps of 0.01 dB, and a few more so that no vector is full at the end.
        float[] powers = new float[7503];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = (float) Math.pow(10, -37 + i / 100.0);
        }

        float[] decibels = new float[powers.length];
        kernel().decibels(powers, Float.MIN_NORMAL, 0, -1000, decibels);

        for (int i = 0; i < powers.length; i++) {
            assertThat((double) decibels[i]).isCloseTo(10 * Math.log10(powers[i]), within(4e-5));
        }
    }

    @Test
    void isExactWherePeopleLook() {
        assertThat(decibels(1, 10, 1e4f, 0, 1e-10f, -1)).containsExactly(0, 10, 40, -100, -100, -100);
    }

    @Test
    void subtractsTheReferenceBeforeTheFloor() {
        float[] decibels = new float[3];

        kernel().decibels(new float[] {1000, 1, 0}, 1e-10f, 20, -15, decibels);

        assertThat(decibels).containsExactly(10, -15, -15);
    }

    @Test
    void multipliesEachFrameByAMatrix() {
        // Frames (1, 2), (3, 4), (5, 6); rows: their sum, their difference, twice the first.
        Spectrogram input = new Spectrogram(new float[] {1, 3, 5, 2, 4, 6}, 2, 3);
        Spectrogram output = Spectrogram.empty(3, 3);

        kernel().multiply(new float[] {1, 1, 1, -1, 2, 0}, input, output);

        assertThat(output.values()).containsExactly(3, 7, 11, -1, -1, -1, 2, 6, 10);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 16", "5, 33", "20, 87", "23, 100"})
    void multipliesAnyShape(int rows, int frames) {
        float[] matrix = Golden.signal(rows * 12);
        Spectrogram input = new Spectrogram(Golden.signal(12 * frames), 12, frames);
        Spectrogram output = Spectrogram.empty(rows, frames);

        kernel().multiply(matrix, input, output);

        for (int row = 0; row < rows; row++) {
            for (int frame = 0; frame < frames; frame++) {
                double expected = 0;
                for (int band = 0; band < 12; band++) {
                    expected += (double) matrix[row * 12 + band] * input.at(band, frame);
                }
                assertThat((double) output.at(row, frame)).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @Test
    void givesTheSameBitsWhereverAValueStands() {
        float[] powers = read("spectrum/mel-power");
        float[] together = decibels(powers);
        float[] shifted = decibels(Arrays.copyOfRange(powers, 5, powers.length));

        assertThat(shifted).containsExactly(Arrays.copyOfRange(together, 5, powers.length));
    }

    private float[] decibels(float... powers) {
        float[] decibels = new float[powers.length];
        kernel().decibels(powers, 1e-10f, 0, Float.NEGATIVE_INFINITY, decibels);
        return decibels;
    }
}
