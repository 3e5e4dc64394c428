package io.timbre.networks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private static final Network SMALL = new Network(
            "small",
            new Shape(2, 10, 7),
            List.of(
                    new Standardisation(),
                    Convolution.valid(4, Size.square(3), Size.square(1)),
                    new Relu(),
                    new MaxPool(2),
                    Convolution.same(6, 3),
                    new GlobalAveragePool(),
                    new Dropout(0.5f),
                    new FullyConnected(3)));

    @Test
    void derivesTheShapeAfterEachLayer() {
        assertThat(SMALL.outputShapes())
                .containsExactly(
                        new Shape(2, 10, 7),
                        new Shape(4, 8, 5), // 10 - 3 + 1, 7 - 3 + 1
                        new Shape(4, 8, 5),
                        new Shape(4, 4, 2), // the fifth frame has no partner
                        new Shape(6, 4, 2),
                        new Shape(6),
                        new Shape(6),
                        new Shape(3));
    }

    @Test
    void countsTheNumbersThatEachLayerHolds() {
        // 2 x 10 bands; 4 (2 x 9 + 1) = 76; 6 (4 x 9 + 1) = 222; 3 (6 + 1) = 21
        assertThat(SMALL.parameterCounts()).containsExactly(20L, 76L, 0L, 0L, 222L, 0L, 0L, 21L);
        assertThat(SMALL.parameterCount()).isEqualTo(339);
    }

    @Test
    void knowsItsClassesAndItsEmbedding() {
        assertThat(SMALL.outputs()).isEqualTo(3);
        assertThat(SMALL.embeddingSize()).isEqualTo(6);
        assertThat(SMALL.inputSize()).isEqualTo(2 * 10 * 7);
    }

    @Test
    void refusesALayerThatLeavesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(new Shape(1, 2, 9), new MaxPool(3), new GlobalAveragePool()))
                .withMessage("MaxPool[window=3x3] leaves nothing of (1, 2, 9)");
    }

    @Test
    void refusesAPictureWhereAVectorIsNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(new Shape(1, 2, 9)))
                .withMessage("FullyConnected[units=3] takes (D): was (1, 2, 9)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network(new Shape(9), new MaxPool(3)))
                .withMessage("MaxPool[window=3x3] takes (C, H, W): was (9)");
    }

    @Test
    void hasLogitsOnlyIfItEndsInAFullyConnectedLayer() {
        var cut = new Network("cut", new Shape(1, 4, 4), List.of(new Relu()));
        assertThatIllegalArgumentException()
                .isThrownBy(cut::outputs)
                .withMessage("the last layer of cut must be fully connected, with others before it");
    }

    @Test
    void refusesLayersWithoutSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> Convolution.same(0, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Convolution(8, Size.square(3), Size.square(1), Size.square(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Convolution.same(8, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dropout(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MaxPool(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new FullyConnected(0));
    }

    private static Network network(Shape input, Layer... layers) {
        var all = new ArrayList<>(List.of(layers));
        all.add(new FullyConnected(3));
        return new Network("test", input, all);
    }

    @Test
    void refusesAStandardisationThatNobodyWouldMeasure() {
        var late = List.<Layer>of(new Relu(), new Standardisation(), new FullyConnected(2));
        var branched = List.<Layer>of(
                new Branches(List.of(List.of(new Standardisation()), List.of(new Relu()))), new FullyConnected(2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network("late", new Shape(3), late))
                .withMessage("the standardisation of late must be its first layer, since only inputs are measured:"
                        + " make it the first, or normalise batches instead");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network("branched", new Shape(3), branched))
                .withMessageStartingWith("the standardisation of branched must be its first layer");
    }
}
