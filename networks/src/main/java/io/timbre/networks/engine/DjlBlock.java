package io.timbre.networks.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.recurrent.RNN;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.initializer.XavierInitializer.FactorType;
import ai.djl.training.initializer.XavierInitializer.RandomType;
import io.timbre.networks.table.AveragePool;
import io.timbre.networks.table.BandsAsSteps;
import io.timbre.networks.table.BatchNormalisation;
import io.timbre.networks.table.Branches;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FramesAsSteps;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.GaborBank;
import io.timbre.networks.table.GlobalAveragePool;
import io.timbre.networks.table.LastStep;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.LeakyRelu;
import io.timbre.networks.table.Logarithm;
import io.timbre.networks.table.MaxOverTime;
import io.timbre.networks.table.MaxPool;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Part;
import io.timbre.networks.table.Recurrent;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.Reshape;
import io.timbre.networks.table.SegmentNormalisation;
import io.timbre.networks.table.Size;
import io.timbre.networks.table.Standardisation;
import io.timbre.networks.table.Tanh;
import io.timbre.networks.table.Upsampling;
import java.util.List;
import java.util.function.Predicate;

/**
 * A {@link Network} as DJL's block: one child a layer, in order, dropout included, so that parameters saved by one
 * engine load on another. {@code (N, input shape) -> (N, output shape)}.
 */
public final class DjlBlock {

    private DjlBlock() {}

    /** A block of its own for the network, its parameters neither drawn nor loaded. */
    public static SequentialBlock of(Network network) {
        return of(network.inputShape(), network.layers());
    }

    /**
     * Sets what the {@link Standardisation} of an initialised block subtracts and divides by.
     *
     * @param means one a band, in the unit of the input
     * @param deviations one a band, > 0, in the unit of the input
     * @throws IllegalArgumentException if the network has no such layer at its top
     */
    public static void standardise(Block block, float[] means, float[] deviations) {
        block.getChildren().values().stream()
                .filter(StandardisationBlock.class::isInstance)
                .map(StandardisationBlock.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the network must have a standardisation layer"))
                .measure(means, deviations);
    }

    private static SequentialBlock of(Shape input, List<Layer> layers) {
        var block = new SequentialBlock();
        var shape = input;
        for (var layer : layers) {
            block.add(of(shape, layer));
            shape = layer.outputShape(shape);
        }
        return block;
    }

    private static Block of(Shape input, Layer layer) {
        return switch (layer) {
            case Standardisation() -> new StandardisationBlock();
            case Convolution(int filters, Size kernel, Size stride, Size padding) ->
                Conv2d.builder()
                        .setKernelShape(shape(kernel))
                        .optStride(shape(stride))
                        .optPadding(shape(padding))
                        .setFilters(filters)
                        .build();
            case Relu() -> Activation.reluBlock();
            case LeakyRelu(float slope) -> Activation.leakyReluBlock(slope);
            case Tanh() -> Activation.tanhBlock();
            case MaxPool(Size window) -> Pool.maxPool2dBlock(shape(window), shape(window));
            case GlobalAveragePool() -> Pool.globalAvgPool2dBlock();
            case io.timbre.networks.table.Dropout(float rate) ->
                Dropout.builder().optRate(rate).build();
            case FullyConnected(int units) -> Linear.builder().setUnits(units).build();
            case Recurrent(Recurrent.Cell cell, int units) -> recurrent(cell, units);
            case BatchNormalisation() -> {
                var normalisation = BatchNorm.builder()
                        .optEpsilon(BatchNormalisation.EPSILON)
                        .build();
                yield input.dimension() == 2 ? new StepwiseBlock(normalisation) : normalisation;
            }
            case Branches(List<List<Layer>> branches) ->
                new BranchesBlock(
                        new Branches(branches),
                        branches.stream().map(branch -> of(input, branch)).toList());
            case Flatten() -> new LayerBlock(layer, array -> array.reshape(batch(array), -1));
            case FramesAsSteps() -> new LayerBlock(layer, DjlBlock::framesAsSteps);
            case BandsAsSteps() -> new LayerBlock(layer, array -> array.squeeze(1));
            case LastStep() -> new LayerBlock(layer, array -> array.get(":,-1,:"));
            case MaxOverTime() -> new LayerBlock(layer, array -> array.max(new int[] {1}));
            case Part(int from, int length) ->
                new LayerBlock(layer, array -> array.get(new NDIndex(":, {}:{}", from, from + length)));
            case Reshape(Shape shape) ->
                new LayerBlock(layer, array -> array.reshape(new Shape(batch(array)).addAll(shape)));
            case AveragePool(Size window) -> Pool.avgPool2dBlock(shape(window), shape(window));
            case GaborBank() -> new LayerBlock(layer, DjlBlock::gaborEnergies);
            case Logarithm(float floor) ->
                new LayerBlock(layer, array -> array.add(floor).log());
            case SegmentNormalisation() -> new LayerBlock(layer, DjlBlock::normalised);
            case Upsampling(int factor) ->
                new LayerBlock(layer, array -> array.repeat(2, factor).repeat(3, factor));
        };
    }

    private static Block recurrent(Recurrent.Cell cell, int units) {
        return switch (cell) {
            case RNN_TANH -> elman(RNN.Activation.TANH, units);
            case RNN_RELU -> elman(RNN.Activation.RELU, units);
            case GRU -> GRU.builder().setStateSize(units).setNumLayers(1).build();
            case LSTM -> LSTM.builder().setStateSize(units).setNumLayers(1).build();
        };
    }

    /**
     * Begins as Keras lets it begin, and with it the papers. DJL's own draw is so large that a state through a ReLU grows
     * beyond all bounds within a hundred steps.
     */
    private static Block elman(RNN.Activation activation, int units) {
        var block = RNN.builder()
                .setStateSize(units)
                .setNumLayers(1)
                .setActivation(activation)
                .build();
        block.setInitializer(new XavierInitializer(RandomType.UNIFORM, FactorType.AVG, 3), weights("i2h"));
        block.setInitializer(new OrthogonalInitializer(), weights("h2h"));
        return block;
    }

    private static Predicate<Parameter> weights(String from) {
        return parameter -> parameter.getType() == Parameter.Type.WEIGHT
                && parameter.getName().contains(from);
    }

    /** {@code (N, C, H, W) -> (N, W, C H)}. */
    private static NDArray framesAsSteps(NDArray pictures) {
        var shape = pictures.getShape();
        return pictures.transpose(0, 3, 1, 2).reshape(shape.get(0), shape.get(3), shape.get(1) * shape.get(2));
    }

    private static NDArray gaborEnergies(NDArray pictures) {
        var manager = pictures.getManager();
        var kernels = manager.create(GaborBank.kernels(), GaborBank.kernelShape());
        var none = manager.zeros(new Shape(GaborBank.kernelShape().get(0)));
        var coarseness = new Shape(GaborBank.COARSENESS, 1);
        var fine = pictures.get(new NDIndex(":, :, 0:{}, :", GaborBank.FINE_BANDS));
        var coarse = Pool.avgPool2d(pictures, coarseness, coarseness, new Shape(0, 0), false, true);
        return NDArrays.concat(new NDList(gaborEnergies(fine, kernels, none), gaborEnergies(coarse, kernels, none)), 2);
    }

    private static NDArray gaborEnergies(NDArray pictures, NDArray kernels, NDArray none) {
        var padding = new Shape(GaborBank.KERNEL.height() / 2, 0);
        var phases = Conv2d.conv2d(pictures, kernels, none, new Shape(1, 1), padding)
                .singletonOrThrow()
                .abs();
        var shape = phases.getShape();
        return phases.reshape(batch(pictures), GaborBank.MAPS, -1, shape.get(2), shape.get(3))
                .mean(new int[] {2});
    }

    /** By way of rows: PyTorch's engine takes a mean over one axis only. */
    private static NDArray normalised(NDArray inputs) {
        var rows = inputs.reshape(batch(inputs), -1);
        int[] cells = {1};
        var centred = rows.sub(rows.mean(cells, true));
        var variance = centred.square().mean(cells, true);
        return centred.div(variance.add(SegmentNormalisation.EPSILON).sqrt()).reshape(inputs.getShape());
    }

    private static long batch(NDArray array) {
        return array.getShape().get(0);
    }

    private static Shape shape(Size size) {
        return new Shape(size.height(), size.width());
    }
}
