package io.timbre.networks.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.Forward;
import io.timbre.networks.engine.SeededParameters;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.SegmentNormalisation;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergingTest {

    private static final Network MEMBER = network(3);

    @Test
    void givesTheMeanOfTheLogits() {
        var one = SeededParameters.of(MEMBER);
        var other = Folding.parameters(MEMBER, SeededParameters.of(MEMBER, 2));
        var inputs = Forward.inputs(MEMBER, 4);

        var merged = Merging.parameters(MEMBER, List.of(one, other), network(6));

        var ofOne = Forward.outputs(ComputeEngine.MXNET, MEMBER, one, inputs);
        var ofOther = Forward.outputs(ComputeEngine.MXNET, MEMBER, other, inputs);
        var mean = new float[ofOne.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (ofOne[i] + ofOther[i]) / 2;
        }
        assertThat(ofOne).isNotEqualTo(ofOther);
        Forward.requireClose(Forward.outputs(ComputeEngine.MXNET, network(6), merged, inputs), mean, 1e-5);
    }

    @Test
    void refusesDeeperNetworks() {
        var deeper = new Network(
                "deeper", new Shape(5), List.of(new FullyConnected(3), new FullyConnected(3), new FullyConnected(2)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Merging.parameters(deeper, List.of(SeededParameters.of(deeper)), deeper));
    }

    private static Network network(int units) {
        return new Network(
                "two-layers",
                new Shape(5),
                List.of(new SegmentNormalisation(), new FullyConnected(units), new Relu(), new FullyConnected(2)));
    }
}
