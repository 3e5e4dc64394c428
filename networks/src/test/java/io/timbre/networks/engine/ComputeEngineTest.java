package io.timbre.networks.engine;

import static io.timbre.networks.engine.ComputeEngine.MXNET;
import static io.timbre.networks.engine.ComputeEngine.PYTORCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.networks.table.Branches;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.Zoo;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComputeEngineTest {

    @ParameterizedTest
    @MethodSource("io.timbre.networks.engine.EveryLayer#networks")
    void pyTorchGivesWhatMxNetGivesForTheSameFileOfParameters(Network network) {
        var parameters = SeededParameters.of(network);
        for (int batch : new int[] {1, 3}) {
            var inputs = Forward.inputs(network, batch);
            Forward.requireClose(
                    Forward.outputs(PYTORCH, network, parameters, inputs),
                    Forward.outputs(MXNET, network, parameters, inputs),
                    1e-4);
        }
    }

    @Test
    void pyTorchScoresSegmentsToo() {
        var network = Zoo.network("vanmieghem-cnn", 6);
        var parameters = SeededParameters.of(network);
        try (var model = PYTORCH.newModel(network)) {
            ParametersFile.read(parameters, model, network);
            var segment = Forward.inputs(network, 1);
            var score =
                    new SegmentScorer(model, network).score(List.of(segment)).getFirst();
            Forward.requireClose(score.logits(), Forward.outputs(MXNET, network, parameters, segment), 1e-4);
        }
    }

    @Test
    void parametersWrittenByPyTorchLoadOnMxNet() {
        var network = Zoo.network("lee-lstm", 6);
        try (var model = PYTORCH.newModel(network)) {
            ParametersFile.read(SeededParameters.of(network), model, network);
            var inputs = Forward.inputs(network, 1);
            Forward.requireClose(
                    Forward.outputs(MXNET, network, ParametersFile.write(model), inputs),
                    Forward.outputs(model, network, inputs),
                    1e-4);
        }
    }

    @Test
    void theNetworksOfTheseTestsHaveEveryLayer() {
        var seen = EveryLayer.networks()
                .flatMap(network -> flat(network.layers()))
                .map(Object::getClass)
                .collect(Collectors.toSet());
        assertThat(seen).isEqualTo(Set.of(Layer.class.getPermittedSubclasses()));
    }

    private static Stream<Layer> flat(List<Layer> layers) {
        return layers.stream()
                .flatMap(layer -> layer instanceof Branches(List<List<Layer>> branches)
                        ? Stream.concat(Stream.of(layer), branches.stream().flatMap(ComputeEngineTest::flat))
                        : Stream.of(layer));
    }
}
