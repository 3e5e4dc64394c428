package io.timbre.explain.auralisation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.featuremap.FeatureLayers;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.ToyModel;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.MaxPool;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * By hand: {@code y[t] = x[t - 1] + 2 x[t] - x[t + 1]} makes of the input the rows (2, -1, 4, 2) and (0, 0, -3, 6), the
 * ReLU takes the negatives, the pool keeps 2 at (0, 0) and 6 at (1, 3).
 */
class DeconvolutionTest {
    private static final float[] INPUT = {1, 0, 2, 0, 0, 0, 0, 3};

    private static final Network NETWORK = new Network(
            "toy",
            new Shape(1, 2, 4),
            List.of(
                    new Convolution(1, new Size(1, 3), Size.square(1), new Size(0, 1)),
                    new Relu(),
                    new MaxPool(2),
                    new Flatten(),
                    new FullyConnected(2)));

    @Test
    void putsEachMaximumWhereItWasAndSpreadsItByTheKernel() {
        // 2 at (0, 0) becomes (4, -2), 6 at (1, 3) becomes (6, 12) at columns 2 and 3.
        assertThat(deconvolved("pool1", INPUT)).containsExactly(4, -2, 0, 0, 0, 0, 6, 12);
    }

    @Test
    void spreadsTheWholeMapOfAConvolution() {
        // (2, 0, 4, 2): (4, -2, 0, 0) + (0, 4, 8, -4) + (0, 0, 2, 4); (0, 0, 0, 6) as above.
        assertThat(deconvolved("conv1", INPUT)).containsExactly(4, 2, 10, 0, 0, 0, 6, 12);
    }

    @Test
    void doublesWithTheInputWhereThereIsNoBias() {
        var doubled = new float[INPUT.length];
        for (int i = 0; i < INPUT.length; i++) {
            doubled[i] = 2 * INPUT[i];
        }

        assertThat(deconvolved("pool1", doubled)).containsExactly(8, -4, 0, 0, 0, 0, 12, 24);
    }

    private static float[] deconvolved(String layer, float[] input) {
        try (ExplainedModel model =
                ToyModel.of(NETWORK, new float[] {1, 2, -1}, new float[1], new float[4], new float[2])) {
            return model.network()
                    .deconvolved(input, FeatureLayers.of(NETWORK).named(layer).output(), 0)[0];
        }
    }
}
