package io.timbre.signal.descriptor;

import static io.timbre.signal.descriptor.DescriptorGolden.RATE_HZ;
import static io.timbre.signal.descriptor.DescriptorGolden.assertAgrees;
import static io.timbre.signal.descriptor.DescriptorGolden.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.Signals;
import io.timbre.signal.spectrum.Spectrogram;
import org.junit.jupiter.api.Test;

class ChromaTest {
    private static final int A = 9;

    private final Spectrogram power = DescriptorGolden.power(DescriptorGolden.signal());

    @Test
    void agreesWithLibrosa() {
        Spectrogram chroma = Chroma.of(power, RATE_HZ);

        assertThat(chroma.bands()).isEqualTo(12);
        assertAgrees(chroma.values(), read("chroma"), 1e-5);
    }

    @Test
    void weighsBinsAsLibrosa() {
        float[][] weights = ChromaBank.weights(RATE_HZ, 2048, -0.23);

        float[] everyEighth = new float[12 * 129];
        for (int i = 0; i < everyEighth.length; i++) {
            everyEighth[i] = weights[i / 129][i % 129 * 8];
        }
        assertAgrees(everyEighth, read("chroma-bank"), 1e-6);
    }

    @Test
    void estimatesTheTuningAsLibrosa() {
        assertThat(Tuning.semitones(power, RATE_HZ)).isCloseTo(read("tuning")[0], within(1e-6));
    }

    @Test
    void hearsAnAInEveryOctaveAndTuning() {
        for (double hz : new double[] {220, 440, 880, 1760, 446, 433}) {
            Spectrogram sine =
                    DescriptorGolden.power(Signals.sine(hz, 0.5, 1, RATE_HZ).samples());

            Spectrogram chroma = Chroma.of(sine, RATE_HZ);

            assertThat(chroma.at(A, 20)).as("%s Hz", hz).isEqualTo(1);
            assertThat(chroma.at(A - 3, 20)).isLessThan(0.1f);
        }
    }

    @Test
    void isZeroInSilence() {
        Spectrogram silence = DescriptorGolden.power(new float[4096]);

        assertThat(Tuning.semitones(silence, RATE_HZ)).isZero();
        assertThat(Chroma.of(silence, RATE_HZ).values()).containsOnly(0);
    }
}
