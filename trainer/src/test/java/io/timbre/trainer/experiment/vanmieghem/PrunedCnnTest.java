package io.timbre.trainer.experiment.vanmieghem;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.model.Softmax;
import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.VanMieghem;
import io.timbre.trainer.data.Example;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PrunedCnnTest {

    private static final Network CNN = VanMieghem.cnn(new Shape(1, 12, 9), 6, 5, 3);

    @Test
    void predictsAsBeforeWhereNothingIsPruned() {
        try (var model = ComputeEngine.MXNET.newModel(CNN)) {
            model.getBlock().initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1).addAll(CNN.inputShape()));
            var example = example();
            var logits = new SegmentScorer(model, CNN)
                    .score(List.of(example.input()))
                    .getFirst()
                    .logits();

            var cnn = new PrunedCnn(CNN, ParametersFile.write(model));
            var same = cnn.predict(UnaryOperator.identity(), List.of(example));
            var smaller = cnn.predict(kernels -> kernels.thinned(2, 1), List.of(example));

            assertThat(same.kernels()).isEqualTo(6);
            assertThat(same.predictions().getFirst().posteriors()).containsExactly(Softmax.posteriors(logits, 1));
            assertThat(smaller.kernels()).isEqualTo(2);
            assertThat(smaller.predictions().getFirst().posteriors())
                    .hasSize(3)
                    .isNotEqualTo(Softmax.posteriors(logits, 1));
        }
    }

    private static Example example() {
        var random = new Random(1);
        var input = new float[CNN.inputSize()];
        for (int i = 0; i < input.length; i++) {
            input[i] = random.nextFloat();
        }
        return Example.ofClass("noise", input, 0, 3, Map.of());
    }
}
