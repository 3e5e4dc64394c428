package io.timbre.networks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Model;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.GlobalAveragePool;
import io.timbre.networks.table.MaxPool;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.Standardisation;
import io.timbre.networks.zoo.Zoo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DjlBlockTest {

    private static final Network HAND_SIZED = new Network(
            "hand-sized",
            new Shape(1, 2, 4),
            List.of(
                    new Standardisation(),
                    Convolution.same(1, 1),
                    new Relu(),
                    new MaxPool(2),
                    new GlobalAveragePool(),
                    new Dropout(0.5f),
                    new FullyConnected(2)));

    @Test
    void computesWhatItsTableSays() {
        try (var model = initialised(HAND_SIZED)) {
            DjlBlock.standardise(model.getBlock(), new float[] {1, 10}, new float[] {1, 2});
            set(model, 2, 3); // convolution: x -> 3 x - 5
            set(model, 3, -5);
            set(model, 4, 1, -2); // logits: (m + 0.5, -2 m + 1)
            set(model, 5, 0.5f, 1);

            float[] segment = {2, 3, 4, 5, 12, 14, 16, 6};
            // standardised {1, 2, 3, 4; 1, 2, 3, -2}, convolved {-2, 1, 4, 7; -2, 1, 4, -11},
            // rectified and pooled {1, 7}, mean 4; a dropout that dropped would give 0 or 8
            var score =
                    new SegmentScorer(model, HAND_SIZED).score(List.of(segment)).getFirst();

            assertThat(score.embedding()).containsExactly(new float[] {4}, within(1e-6f));
            assertThat(score.logits()).containsExactly(new float[] {4.5f, -7}, within(1e-6f));
        }
    }

    @ParameterizedTest
    @MethodSource("io.timbre.networks.zoo.Zoo#names")
    void hasTheParametersAndTheShapesOfTheTable(String name) {
        var network = Zoo.network(name, 10);
        try (var model = initialised(network)) {
            long held = model.getBlock().getParameters().values().stream()
                    .mapToLong(parameter -> parameter.getShape().size())
                    .sum();
            assertThat(held).isEqualTo(network.parameterCount());
            assertThat(model.getBlock().getOutputShapes(new Shape[] {new Shape(5).addAll(network.inputShape())}))
                    .containsExactly(new Shape(5).addAll(network.outputShapes().getLast()));
            var score = new SegmentScorer(model, network)
                    .score(List.of(new float[network.inputSize()]))
                    .getFirst();
            assertThat(score.logits())
                    .hasSize((int) network.outputShapes().getLast().size());
        }
    }

    @ParameterizedTest
    @MethodSource("io.timbre.networks.zoo.Zoo#classifiers")
    void givesAnEmbeddingOfWhatItHears(String name) {
        var network = Zoo.network(name, 10);
        try (var model = initialised(network)) {
            var score = new SegmentScorer(model, network)
                    .score(List.of(new float[network.inputSize()]))
                    .getFirst();
            assertThat(score.embedding()).hasSize(network.embeddingSize());
        }
    }

    @Test
    void standardisesOnlyWhereTheTableSaysSo() {
        var bare = new Network("bare", new Shape(1, 2, 4), List.of(new GlobalAveragePool(), new FullyConnected(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DjlBlock.standardise(DjlBlock.of(bare), new float[2], new float[2]))
                .withMessage("the network must have a standardisation layer");
    }

    private static Model initialised(Network network) {
        var model = ComputeEngine.MXNET.newModel(network);
        model.getBlock().initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1).addAll(network.inputShape()));
        return model;
    }

    private static void set(Model model, int parameter, float... values) {
        model.getBlock().getParameters().valueAt(parameter).getArray().set(values);
    }
}
