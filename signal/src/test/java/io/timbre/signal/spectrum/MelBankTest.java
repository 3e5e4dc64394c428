package io.timbre.signal.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: {@code librosa.filters.mel(sr=22050, n_fft=2048, n_mels=128)} of librosa 0.11, to the last bit. */
class MelBankTest {
    private final MelBank bank = MelBank.slaney(22_050, 2048, 128, 0, 11_025);

    @Test
    void agreesWithLibrosaToTheLastBit() {
        assertThat(bank.firstBin(0)).isEqualTo(1);
        assertThat(bank.weights(0)).containsExactly(0.016182853f, 0.032365706f, 0.028990088f, 0.012807235f);
        assertThat(bank.firstBin(1)).isEqualTo(3);
        assertThat(bank.weights(1)).hasSize(5).startsWith(0.009779235f, 0.025962088f, 0.035393704f, 0.019210853f);
        assertThat(bank.firstBin(64)).isEqualTo(182);
        assertThat(bank.weights(64)).hasSize(10).startsWith(0.0010807638f, 0.004899887f, 0.00871901f, 0.012538133f);
        assertThat(bank.firstBin(127)).isEqualTo(971);
        assertThat(bank.weights(127))
                .hasSize(53)
                .startsWith(7.1848153e-6f, 0.00014095657f, 0.00027472834f, 0.00040850008f);
    }

    @Test
    void keepsOnlyTheWeightsThatCount() {
        int kept = 0;
        double sum = 0;
        for (int band = 0; band < bank.bands(); band++) {
            kept += bank.weights(band).length;
            for (float weight : bank.weights(band)) {
                sum += weight;
            }
        }

        // numpy.count_nonzero(basis), basis.sum()
        assertThat(kept).isEqualTo(2018);
        assertThat(sum).isCloseTo(11.886681, within(1e-5));
    }

    @Test
    void weighsABandsBinsOnly() {
        float[] power = new float[1025];
        power[1] = 2;
        power[500] = 1e9f;

        assertThat(bank.energy(0, power)).isEqualTo(2 * 0.016182853f);
    }

    @Test
    void leavesABandEmptyThatLiesBetweenTwoBins() {
        // 128 bands over 33 bins of 344.5 Hz: the lowest triangles, 34 Hz wide a side, meet none.
        MelBank coarse = MelBank.slaney(22_050, 64, 128, 0, 11_025);

        assertThat(coarse.weights(0)).isEmpty();
        assertThat(coarse.energy(0, new float[33])).isZero();
    }
}
