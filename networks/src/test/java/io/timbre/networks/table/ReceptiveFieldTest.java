package io.timbre.networks.table;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.zoo.Choi;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceptiveFieldTest {

    @Test
    void growsByTwoStridesAtEachOfChoisConvolutionsAndByOneAtEachPool() {
        var network = Choi.cnn(3);
        var fields = ReceptiveField.after(network.layers());

        // 3; pool 4, stride 2; 4 + 2 x 2 = 8; pool 10, 4; 10 + 2 x 4 = 18; pool 22, 8; 38; pool 46, 16; 46 + 32 = 78
        assertThat(network.layers()).filteredOn(Convolution.class::isInstance).hasSize(5);
        assertThat(List.of(0, 3, 6, 9, 12))
                .extracting(layer -> fields.get(layer).orElseThrow().size().height())
                .containsExactly(3, 8, 18, 38, 78);
        assertThat(fields.get(14)).contains(new ReceptiveField(Size.square(94), Size.square(32)));
        assertThat(fields.get(15)).as("flattened").isEmpty();
    }

    @Test
    void keepsBandsAndFramesApart() {
        var fields = ReceptiveField.after(List.of(
                new Standardisation(),
                Convolution.valid(5, new Size(3, 5), new Size(1, 2)),
                new LeakyRelu(0.1f),
                new BatchNormalisation(),
                Convolution.valid(5, new Size(2, 4), new Size(2, 3)),
                new Tanh(),
                new Dropout(0.5f)));

        var first = Optional.of(new ReceptiveField(new Size(3, 5), new Size(1, 2)));
        // 3 + 1 x 1 = 4 bands, 5 + 3 x 2 = 11 frames
        var second = Optional.of(new ReceptiveField(new Size(4, 11), new Size(2, 6)));
        assertThat(fields)
                .containsExactly(Optional.of(ReceptiveField.ONE_CELL), first, first, first, second, second, second);
    }

    @Test
    void beginsAnewWhereAVectorBecomesAPicture() {
        var fields = ReceptiveField.after(
                List.of(new Part(0, 12), new Reshape(new Shape(1, 3, 4)), new MaxPool(2), new Reshape(new Shape(2))));

        assertThat(fields.get(2)).contains(new ReceptiveField(Size.square(2), Size.square(2)));
        assertThat(fields.get(3)).as("places are lost").isEmpty();
    }

    @Test
    void endsWhereCellsStandForNoPlace() {
        assertThat(ReceptiveField.after(List.of(new FramesAsSteps(), new Relu())))
                .containsOnly(Optional.empty());
        assertThat(ReceptiveField.after(List.of(new Upsampling(2)))).containsOnly(Optional.empty());
    }
}
