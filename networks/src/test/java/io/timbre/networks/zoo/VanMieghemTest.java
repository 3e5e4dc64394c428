package io.timbre.networks.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class VanMieghemTest {

    private static final Shape BANDS = VanMieghem.THREE_SECONDS;

    @Test
    void denseHasTheSizeOfItsTable() {
        // 12 x 29 bands to 256, to 128, to 6
        assertThat(VanMieghem.dense(BANDS, 6).parameterCount())
                .isEqualTo(348 * 256 + 256 + 256 * 128 + 128 + 128 * 6 + 6);
    }

    @Test
    void cnnHasAboutAHundredThousandParameters() {
        var network = VanMieghem.cnn(BANDS, 32, 32, 6);

        assertThat(network.outputShapes()).contains(new Shape(32, 6, 14), new Shape(32, 3, 7));
        // 32 (9 + 1) + 32 (288 + 1) + 128 (672 + 1) + 6 (128 + 1)
        assertThat(network.parameterCount()).isEqualTo(320 + 9248 + 86_144 + 774);
    }

    @Test
    void theRecurrentOnesHaveTheSizeOfTheirTables() {
        // 128 (29 + 128 + 2) + 6 (128 + 1)
        assertThat(VanMieghem.rnnTanh(BANDS, 6).parameterCount()).isEqualTo(20_352 + 774);
        // 128 (29 + 128 + 2) + 256 (128 + 256 + 2) + 6 (256 + 1)
        assertThat(VanMieghem.rnnRelu(BANDS, 6).parameterCount()).isEqualTo(20_352 + 98_816 + 1542);
    }

    @Test
    void combinedHasAboutAQuarterOfAMillionParameters() {
        // 9568 of the convolutions, 128 (29 + 128 + 2) + 256 (128 + 256 + 2) of the recurrent layers,
        // 128 (672 + 256 + 1) + 6 (128 + 1)
        assertThat(VanMieghem.combined(BANDS, 6).parameterCount())
                .isEqualTo(9568 + 20_352 + 98_816 + 118_912 + 774)
                .isBetween(245_000L, 255_000L);
    }

    @Test
    void theRecurrentOnesStepOverTheBandsAndOnRequestOverTime() {
        var overBands = VanMieghem.rnnRelu(BANDS, 6);
        var overTime = VanMieghem.overTime(overBands);

        assertThat(overBands.outputShapes().getFirst()).isEqualTo(new Shape(12, 29));
        assertThat(overTime.outputShapes().getFirst()).isEqualTo(new Shape(29, 12));
        assertThat(overTime.name()).isEqualTo("vanmieghem-rnn-relu-over-time");
        assertThat(overTime.outputs()).isEqualTo(6);
    }

    @Test
    void takesOtherLengthsAndKernelCounts() {
        assertThat(VanMieghem.cnn(new Shape(1, 12, 9), 4, 64, 7).outputShapes()).contains(new Shape(64, 3, 2));
    }
}
