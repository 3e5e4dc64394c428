package io.timbre.networks.table;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTableTest {

    @Test
    void hasARowForEachLayer() {
        var network = new Network(
                "small",
                new Shape(1, 10, 7),
                List.of(
                        new Standardisation(),
                        new Convolution(40, new Size(3, 2), Size.square(1), Size.square(0)),
                        new Relu(),
                        new MaxPool(2),
                        new Branches(List.of(
                                List.of(new GlobalAveragePool()),
                                List.of(new FramesAsSteps(), new Recurrent(Recurrent.Cell.GRU, 8), new LastStep()))),
                        new FullyConnected(3)));

        // 2 x 10; 40 (3 x 2 + 1); 3 x 8 (40 x 4 + 8 + 2); 3 (48 + 1)
        assertThat(NetworkTable.of(network)).isEqualTo("""
                | layer | output | parameters | receptive field |
                |---|---|---:|---|
                | input | (1, 10, 7) |  |  |
                | Standardisation | (1, 10, 7) | 20 | 1x1 |
                | Convolution, filters 40, kernel 3x2, stride 1x1, padding 0x0 | (40, 8, 6) | 280 | 3x2 |
                | Relu | (40, 8, 6) |  | 3x2 |
                | MaxPool, window 2x2 | (40, 4, 3) |  | 4x3 |
                | Branches | (48) |  |  |
                | 1› GlobalAveragePool | (40) |  |  |
                | 2› FramesAsSteps | (3, 160) |  |  |
                | 2› Recurrent, cell GRU, units 8 | (3, 8) | 4,080 |  |
                | 2› LastStep | (8) |  |  |
                | FullyConnected, units 3 | (3) | 147 |  |
                | sum |  | 4,527 |  |
                """);
    }
}
