package io.timbre.explain.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.ToyModel;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.GlobalAveragePool;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomisationTest {

    private static final Network NETWORK = new Network(
            "two-layers",
            new Shape(1, 12, 12),
            List.of(Convolution.same(8, 3), new Relu(), new GlobalAveragePool(), new FullyConnected(3)));

    @Test
    void ranksMapsByTheirAmounts() {
        // ranks 1 2 3 4 and 2 1 4 3: 1 - 6 (1 + 1 + 1 + 1) / (4 (16 - 1)) = 0.6
        assertThat(Randomisation.similarity(new float[] {1, -2, 3, -4}, new float[] {-20, 10, 40, 30}))
                .isCloseTo(0.6, within(1e-6));
        assertThat(Randomisation.similarity(new float[] {1, 2, 3}, new float[] {-2, -4, -6}))
                .isCloseTo(1, within(1e-6));
        assertThat(Randomisation.similarity(new float[] {1, 2, 3}, new float[] {5, 5, 5}))
                .isZero();
        assertThat(Randomisation.similarity(new float[3], new float[3])).isEqualTo(1);
    }

    @Test
    void asksNetworksThatHaveForgottenEverMore() {
        var input = input();
        try (var model = ToyModel.seeded(NETWORK, 1)) {
            Attribution gradients = (asked, inputs) -> asked.logitGradients(inputs, 0);
            var similarities = Randomisation.similarities(
                    model, List.of(input), gradients.maps(model, List.of(input)), gradients, Progress.UNHEARD);

            assertThat(similarities).hasSize(2);
            assertThat(similarities[1]).isLessThan(Randomisation.MOST_SIMILARITY);
        }
    }

    @Test
    void findsThatAnEdgeDetectorDoesNotAskTheNetwork() {
        var input = input();
        try (var model = ToyModel.seeded(NETWORK, 1)) {
            var similarities = Randomisation.similarities(
                    model, List.of(input), new float[][] {edges(input)}, RandomisationTest::edges, Progress.UNHEARD);

            assertThat(similarities).containsExactly(1, 1);
        }
    }

    private static float[][] edges(ExplainedModel ignored, List<float[]> inputs) {
        return inputs.stream().map(RandomisationTest::edges).toArray(float[][]::new);
    }

    private static float[] edges(float... input) {
        var edges = new float[input.length];
        for (int i = 1; i < edges.length; i++) {
            edges[i] = Math.abs(input[i] - input[i - 1]);
        }
        return edges;
    }

    private static float[] input() {
        var random = new Random(1);
        var input = new float[144];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) random.nextGaussian();
        }
        return input;
    }
}
