package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;

/**
 * One line of a network's table: what it does to a shape and how many numbers it holds.
 *
 * <p>Shapes leave out the batch: {@code (C, H, W)} for pictures (channels, bands, frames), {@code (T, D)} for sequences
 * (steps, values a step), {@code (D)} for vectors. Every layer here means the same on MXNet, PyTorch, an MXNet symbol and
 * ONNX; that is the rule for adding one.
 */
public sealed interface Layer
        permits AveragePool,
                BandsAsSteps,
                BatchNormalisation,
                Branches,
                Convolution,
                Dropout,
                Flatten,
                FramesAsSteps,
                FullyConnected,
                GaborBank,
                GlobalAveragePool,
                LastStep,
                LeakyRelu,
                Logarithm,
                MaxOverTime,
                MaxPool,
                Part,
                Recurrent,
                Relu,
                Reshape,
                SegmentNormalisation,
                Standardisation,
                Tanh,
                Upsampling {

    /**
     * The shape that comes out.
     *
     * @throws IllegalArgumentException if this layer cannot take {@code input}
     */
    Shape outputShape(Shape input);

    /** How many numbers a checkpoint holds for this layer, learnt or measured. */
    default long parameterCount(Shape input) {
        return 0;
    }
}
