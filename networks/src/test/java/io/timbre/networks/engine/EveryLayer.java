package io.timbre.networks.engine;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.BatchNormalisation;
import io.timbre.networks.table.Branches;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FramesAsSteps;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.GlobalAveragePool;
import io.timbre.networks.table.LastStep;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.LeakyRelu;
import io.timbre.networks.table.MaxOverTime;
import io.timbre.networks.table.MaxPool;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Part;
import io.timbre.networks.table.Recurrent;
import io.timbre.networks.table.Recurrent.Cell;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.Reshape;
import io.timbre.networks.table.SegmentNormalisation;
import io.timbre.networks.table.Size;
import io.timbre.networks.table.Standardisation;
import io.timbre.networks.table.Tanh;
import io.timbre.networks.table.Upsampling;
import io.timbre.networks.zoo.Chang;
import io.timbre.networks.zoo.Stephen;
import io.timbre.networks.zoo.VanMieghem;
import io.timbre.networks.zoo.Zoo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Networks for tests that hold for every layer there is, in every shape that it takes. */
public final class EveryLayer {

    private static final Network PICTURES = new Network(
            "every-picture-layer",
            new Shape(60),
            List.of(
                    new Standardisation(),
                    new Reshape(new Shape(1, 6, 10)),
                    new Upsampling(2), // 1 x 12 x 20
                    new Convolution(3, new Size(3, 5), new Size(1, 2), new Size(0, 1)), // 3 x 10 x 9
                    new BatchNormalisation(),
                    new LeakyRelu(0.2f),
                    new MaxPool(new Size(2, 2)), // 3 x 5 x 4
                    new Dropout(0.5f),
                    new Branches(List.of(
                            List.of(new GlobalAveragePool(), new Part(1, 2)),
                            List.of(new Flatten(), new Tanh()),
                            List.of(new FramesAsSteps(), new LastStep()))),
                    new BatchNormalisation(),
                    new FullyConnected(12),
                    new Reshape(new Shape(2, 2, 3)),
                    new Relu()));

    private static final Network SEQUENCES = new Network(
            "every-sequence-layer",
            new Shape(7, 4),
            List.of(
                    new Standardisation(),
                    new Recurrent(Cell.GRU, 5),
                    new BatchNormalisation(),
                    new Branches(List.of(recurrent(Cell.LSTM), recurrent(Cell.RNN_RELU), recurrent(Cell.RNN_TANH))),
                    new Tanh()));

    private static final Network NORMALISED_PICTURES = new Network(
            "normalised-pictures",
            new Shape(1, 6, 9),
            List.of(
                    new SegmentNormalisation(),
                    new Standardisation(),
                    new Convolution(4, new Size(6, 3), Size.square(1), new Size(0, 1)), // 4 x 1 x 9
                    new Relu(),
                    new MaxPool(new Size(1, 2)), // 4 x 1 x 4
                    new Branches(
                            List.of(List.of(new GlobalAveragePool()), List.of(new FramesAsSteps(), new MaxOverTime()))),
                    new FullyConnected(3)));

    private static final Network NORMALISED_SEQUENCES = new Network(
            "normalised-sequences",
            new Shape(7, 4),
            List.of(new SegmentNormalisation(), new Recurrent(Cell.GRU, 5), new LastStep()));

    private EveryLayer() {}

    /** The networks of the zoo, their variants in the studies, and those that have the layers which the zoo has not. */
    public static Stream<Network> networks() {
        return Stream.of(
                        Zoo.names().stream().map(name -> Zoo.network(name, 6)),
                        variants(),
                        Stream.of(PICTURES, SEQUENCES, NORMALISED_PICTURES, NORMALISED_SEQUENCES))
                .flatMap(networks -> networks);
    }

    private static Stream<Network> variants() {
        var bands = VanMieghem.THREE_SECONDS;
        return Stream.of(
                Chang.logistic(6),
                Chang.mlpWithDropout(Chang.DESCRIPTORS, 6),
                VanMieghem.overTime(VanMieghem.rnnTanh(bands, 6)),
                VanMieghem.overTime(VanMieghem.rnnRelu(bands, 6)),
                standardised(VanMieghem.cnn(bands, 8, 16, 6)),
                standardised(VanMieghem.rnnRelu(bands, 6)),
                standardised(Stephen.iteration1(2)),
                standardised(Stephen.iteration3(6)));
    }

    private static Network standardised(Network network) {
        var layers = new ArrayList<Layer>(List.of(new Standardisation()));
        layers.addAll(network.layers());
        return new Network(network.name() + "-standardised", network.inputShape(), layers);
    }

    private static List<Layer> recurrent(Cell cell) {
        return List.of(new Recurrent(cell, 3), new MaxOverTime());
    }
}
