package io.timbre.networks.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Branches;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Size;
import org.junit.jupiter.api.Test;

class ChangTest {

    @Test
    void mlpTakesARowOfTheTable() {
        var network = Chang.mlp(Chang.DESCRIPTORS, 11);
        assertThat(network.inputShape()).isEqualTo(new Shape(14));
        // 2 x 14 + 128 (14 + 1) + 64 (128 + 1) + 11 (64 + 1)
        assertThat(network.parameterCount()).isEqualTo(28 + 1920 + 8256 + 715);
    }

    @Test
    void theKernelIsAQuarterOfThePictureAndItsStrideHalfAKernel() {
        var convolution = (Convolution) branches(Chang.cnnLstm(18)).branches().getFirst().stream()
                .filter(Convolution.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(convolution).isEqualTo(Convolution.valid(5, new Size(128 / 4, 248 / 4), new Size(128 / 8, 248 / 8)));
        // (128 - 32) / 16 + 1 and (248 - 62) / 31 + 1
        assertThat(convolution.outputShape(new Shape(1, 128, 248))).isEqualTo(new Shape(5, 7, 7));
    }

    @Test
    void bothInputsLieInOneVector() {
        for (var network : new Network[] {Chang.mlpLstm(18), Chang.cnnLstm(18)}) {
            assertThat(network.inputShape()).isEqualTo(new Shape(128 * 248 + 68));
            assertThat(network.outputs()).isEqualTo(18);
        }
        // 64 of the descriptors and 64 of the LSTM; 5 x 7 x 7 of the convolution and 64 of the LSTM
        assertThat(Chang.mlpLstm(18).outputShapes()).contains(new Shape(64 + 64));
        assertThat(Chang.cnnLstm(18).outputShapes()).contains(new Shape(245 + 64));
    }

    private static Branches branches(Network network) {
        return (Branches) network.layers().stream()
                .filter((Layer layer) -> layer instanceof Branches)
                .findFirst()
                .orElseThrow();
    }
}
