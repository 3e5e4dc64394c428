package io.timbre.signal.spectrum;

import static io.timbre.signal.Golden.read;
import static io.timbre.signal.spectrum.MelScale.HTK;
import static io.timbre.signal.spectrum.MelScale.SLANEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MelBankTest {
    private final MelBank bank = MelBank.of(MelParameters.standard(22_050, 2048, 128));

    @Test
    void agreesWithLibrosaToTheLastBit() {
        assertThat(sparse(bank)).containsExactly(read("spectrum/mel-slaney"));
        assertThat(sparse(MelParameters.standard(22_050, 60, 8))).containsExactly(read("spectrum/mel-slaney-60"));
        assertThat(sparse(new MelParameters(44_100, 1024, 64, 30, 16_000, SLANEY, false)))
                .containsExactly(read("spectrum/mel-slaney-heights"));
        assertThat(sparse(new MelParameters(22_050, 2048, 128, 0, 11_025, HTK, true)))
                .containsExactly(read("spectrum/mel-htk"));
        assertThat(sparse(new MelParameters(16_000, 512, 40, 80, 7600, HTK, false)))
                .containsExactly(read("spectrum/mel-htk-heights"));
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
        MelBank coarse = MelBank.of(MelParameters.standard(22_050, 64, 128));

        assertThat(coarse.weights(0)).isEmpty();
        assertThat(coarse.energy(0, new float[33])).isZero();
    }

    private static float[] sparse(MelParameters parameters) {
        return sparse(MelBank.of(parameters));
    }

    /** Each band as its first bin, how many it has, and their weights. */
    private static float[] sparse(MelBank bank) {
        List<Float> values = new ArrayList<>();
        for (int band = 0; band < bank.bands(); band++) {
            float[] weights = bank.weights(band);
            values.add(weights.length == 0 ? 0 : (float) bank.firstBin(band));
            values.add((float) weights.length);
            for (float weight : weights) {
                values.add(weight);
            }
        }
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
