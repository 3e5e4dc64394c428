package io.timbre.networks;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;

/**
 * A {@link Network} as DJL's block: one child a layer, in order, dropout included, so that parameters saved by one
 * engine load on another. {@code (N, C, H, W) -> (N, classes)}.
 */
public final class DjlBlock {

    private DjlBlock() {}

    /** A block of its own for the network, its parameters neither drawn nor loaded. */
    public static SequentialBlock of(Network network) {
        var block = new SequentialBlock();
        network.layers().stream().map(DjlBlock::of).forEach(block::add);
        return block;
    }

    /**
     * Sets what the {@link Layer.Standardisation} of an initialised block subtracts and divides by.
     *
     * @param means one a band, in the unit of the input
     * @param deviations one a band, > 0, in the unit of the input
     * @throws IllegalArgumentException if the network has no such layer
     */
    public static void standardise(Block block, float[] means, float[] deviations) {
        block.getChildren().values().stream()
                .filter(StandardisationBlock.class::isInstance)
                .map(StandardisationBlock.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the network must have a standardisation layer"))
                .measure(means, deviations);
    }

    private static Block of(Layer layer) {
        return switch (layer) {
            case Layer.Standardisation() -> new StandardisationBlock();
            case Layer.Convolution(int filters, int kernel, int padding) ->
                Conv2d.builder()
                        .setKernelShape(square(kernel))
                        .optPadding(square(padding))
                        .setFilters(filters)
                        .build();
            case Layer.Relu() -> Activation.reluBlock();
            case Layer.MaxPool(int size) -> Pool.maxPool2dBlock(square(size), square(size));
            case Layer.GlobalAveragePool() -> Pool.globalAvgPool2dBlock();
            case Layer.Dropout(float rate) -> Dropout.builder().optRate(rate).build();
            case Layer.FullyConnected(int units) ->
                Linear.builder().setUnits(units).build();
        };
    }

    private static Shape square(int size) {
        return new Shape(size, size);
    }
}
