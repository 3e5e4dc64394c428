package io.timbre.networks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.networks.zoo.Zoo;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentScorerTest {

    @Test
    void leavesNoArraysBehind() {
        var network = Zoo.network("vanmieghem-cnn", 6);
        try (var model = ComputeEngine.MXNET.newModel(network)) {
            ParametersFile.read(SeededParameters.of(network), model, network);
            var scorer = new SegmentScorer(model, network);
            var segments = List.of(new float[network.inputSize()], new float[network.inputSize()]);
            int held = model.getNDManager().getManagedArrays().size();
            for (int i = 0; i < 5; i++) {
                scorer.score(segments);
            }
            assertThat(model.getNDManager().getManagedArrays()).hasSize(held);
        }
    }
}
