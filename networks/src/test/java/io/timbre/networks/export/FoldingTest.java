package io.timbre.networks.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.Forward;
import io.timbre.networks.engine.SeededParameters;
import io.timbre.networks.table.BatchNormalisation;
import io.timbre.networks.table.Branches;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.GlobalAveragePool;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.SegmentNormalisation;
import io.timbre.networks.table.Standardisation;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldingTest {

    private static final Network NETWORK = new Network(
            "normalising",
            new Shape(1, 6, 5),
            List.of(
                    new SegmentNormalisation(),
                    new Standardisation(),
                    Convolution.same(4, 3),
                    new BatchNormalisation(),
                    new Relu(),
                    new Branches(List.of(
                            List.of(Convolution.same(2, 3), new BatchNormalisation(), new GlobalAveragePool()),
                            List.of(new GlobalAveragePool(), new FullyConnected(3), new BatchNormalisation()))),
                    new BatchNormalisation(),
                    new Dropout(0.5f),
                    new FullyConnected(2)));

    @Test
    void givesTheSameAnswersWithoutNormalisingBatches() {
        var parameters = SeededParameters.of(NETWORK);
        var inputs = Forward.inputs(NETWORK, 3);

        var folded = Folding.of(NETWORK);

        assertThat(folded.toString()).doesNotContain("BatchNormalisation");
        Forward.requireClose(
                Forward.outputs(ComputeEngine.MXNET, folded, Folding.parameters(NETWORK, parameters), inputs),
                Forward.outputs(ComputeEngine.MXNET, NETWORK, parameters, inputs),
                1e-5);
    }

    @Test
    void refusesANormalisationOfWhatHoldsNoNumbers() {
        var network = new Network(
                "unfoldable",
                new Shape(1, 6, 5),
                List.of(new BatchNormalisation(), new GlobalAveragePool(), new FullyConnected(2)));

        assertThatIllegalArgumentException().isThrownBy(() -> Folding.of(network));
    }
}
