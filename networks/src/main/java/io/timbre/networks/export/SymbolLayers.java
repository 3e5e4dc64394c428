package io.timbre.networks.export;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.AveragePool;
import io.timbre.networks.table.BandsAsSteps;
import io.timbre.networks.table.BatchNormalisation;
import io.timbre.networks.table.Branches;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Dropout;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FramesAsSteps;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.GaborBank;
import io.timbre.networks.table.GlobalAveragePool;
import io.timbre.networks.table.LastStep;
import io.timbre.networks.table.LeakyRelu;
import io.timbre.networks.table.Logarithm;
import io.timbre.networks.table.MaxOverTime;
import io.timbre.networks.table.MaxPool;
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
import java.util.Map;

/**
 * Layers as operators of MXNet: the kernels behind DJL's imperative calls, so the outputs have the same bits. In a shape of
 * {@code Reshape}, 0 keeps the batch.
 */
final class SymbolLayers {

    private final SymbolNodes nodes = new SymbolNodes();
    private int layers;

    /** Adds layers one behind the other; gives the last node, or {@code node} if there is none. */
    int append(int node, List<TrainedLayer> trained) {
        int last = node;
        for (var layer : trained) {
            last = append(last, layer);
        }
        return last;
    }

    SymbolNodes nodes() {
        return nodes;
    }

    private int append(int node, TrainedLayer trained) {
        var name = "layer" + layers++;
        return switch (trained.layer()) {
            case Dropout ignored -> node;
            case Relu() -> nodes.operator("Activation", name, Map.of("act_type", "relu"), node);
            case Tanh() -> nodes.operator("Activation", name, Map.of("act_type", "tanh"), node);
            case LeakyRelu(float slope) ->
                nodes.operator("LeakyReLU", name, Map.of("act_type", "leaky", "slope", "" + slope), node);
            case Standardisation() -> standardisation(name, node, trained);
            case AveragePool(Size window) -> averagePool(name, node, window);
            case GaborBank() -> gaborEnergies(name, node, trained);
            case Logarithm(float floor) -> {
                int raised = nodes.operator("_plus_scalar", name + "_raised", Map.of("scalar", "" + floor), node);
                yield nodes.operator("log", name, Map.of(), raised);
            }
            case SegmentNormalisation() -> segmentNormalisation(name, node, trained);
            case BatchNormalisation() -> batchNormalisation(name, node, trained);
            case Convolution convolution -> convolution(name, node, convolution, trained);
            case FullyConnected(int units) ->
                weighted("FullyConnected", name, Map.of("num_hidden", "" + units, "flatten", "False"), node, trained);
            case MaxPool(Size window) ->
                nodes.operator(
                        "Pooling",
                        name,
                        Map.of("pool_type", "max", "kernel", text(window), "stride", text(window)),
                        node);
            case GlobalAveragePool() -> {
                var pool = Map.of("pool_type", "avg", "global_pool", "True", "kernel", square(1));
                yield reshape(name, nodes.operator("Pooling", name + "_pool", pool, node), trained);
            }
            case Recurrent recurrent -> recurrent(name, node, recurrent, trained);
            case LastStep() -> reshape(name, slice(name + "_slice", node, "-1", "None"), trained);
            case MaxOverTime() -> nodes.operator("max", name, Map.of("axis", "1"), node);
            case Part(int from, int length) -> slice(name, node, "" + from, "" + (from + length));
            case FramesAsSteps() -> {
                var frames = nodes.operator("transpose", name + "_frames", Map.of("axes", "(0, 3, 1, 2)"), node);
                yield reshape(name, frames, trained);
            }
            case BandsAsSteps(), Flatten() -> reshape(name, node, trained);
            case Reshape ignored -> reshape(name, node, trained);
            case Upsampling(int factor) -> repeat(name, repeat(name + "_bands", node, factor, 2), factor, 3);
            case Branches(var branches) -> {
                int[] ends = trained.branches().stream()
                        .mapToInt(branch -> append(node, branch))
                        .toArray();
                yield nodes.operator("Concat", name, Map.of("num_args", "" + branches.size(), "dim", "1"), ends);
            }
        };
    }

    private int standardisation(String name, int node, TrainedLayer trained) {
        int mean = nodes.argument(name + "_mean", trained.weights().get(0));
        int scale = nodes.argument(name + "_scale", trained.weights().get(1));
        int centred = nodes.operator("broadcast_sub", name + "_centred", Map.of(), node, mean);
        return nodes.operator("broadcast_mul", name, Map.of(), centred, scale);
    }

    private int averagePool(String name, int node, Size window) {
        return nodes.operator(
                "Pooling",
                name,
                Map.of("pool_type", "avg", "kernel", text(window), "stride", text(window), "count_include_pad", "True"),
                node);
    }

    private int gaborEnergies(String name, int node, TrainedLayer trained) {
        int kernels = nodes.argument(name + "_kernels", new Weight(GaborBank.kernelShape(), GaborBank.kernels()));
        var rows = Map.of("axis", "2", "begin", "0", "end", "" + GaborBank.FINE_BANDS);
        int fine = nodes.operator("slice_axis", name + "_lowest", rows, node);
        int coarse = averagePool(name + "_averaged", node, new Size(GaborBank.COARSENESS, 1));
        long frames = trained.output().get(2);
        return nodes.operator(
                "Concat",
                name,
                Map.of("num_args", "2", "dim", "2"),
                gaborEnergies(name + "_fine", fine, kernels, GaborBank.FINE_BANDS, frames),
                gaborEnergies(
                        name + "_coarse", coarse, kernels, trained.output().get(1) - GaborBank.FINE_BANDS, frames));
    }

    private int gaborEnergies(String name, int node, int kernels, long bands, long frames) {
        var convolution = Map.of(
                "kernel",
                text(GaborBank.KERNEL),
                "pad",
                text(new Size(GaborBank.KERNEL.height() / 2, 0)),
                "num_filter",
                "" + GaborBank.kernelShape().get(0),
                "no_bias",
                "True");
        int phases = nodes.operator("Convolution", name + "_phases", convolution, node, kernels);
        int sizes = nodes.operator("abs", name + "_sizes", Map.of(), phases);
        var shape = new Shape(0, GaborBank.MAPS, -1, bands, frames).toString();
        int pairs = nodes.operator("Reshape", name + "_pairs", Map.of("shape", shape), sizes);
        return nodes.operator("mean", name, Map.of("axis", "2"), pairs);
    }

    private int segmentNormalisation(String name, int node, TrainedLayer trained) {
        int rows = nodes.operator("Reshape", name + "_rows", Map.of("shape", "(0, -1)"), node);
        int centred = nodes.operator("broadcast_sub", name + "_centred", Map.of(), rows, mean(name + "_mean", rows));
        int squares = nodes.operator("square", name + "_squares", Map.of(), centred);
        var epsilon = Map.of("scalar", "" + SegmentNormalisation.EPSILON);
        int padded = nodes.operator("_plus_scalar", name + "_padded", epsilon, mean(name + "_variance", squares));
        int deviation = nodes.operator("sqrt", name + "_deviation", Map.of(), padded);
        int normalised = nodes.operator("broadcast_div", name + "_normalised", Map.of(), centred, deviation);
        return reshape(name, normalised, trained);
    }

    private int mean(String name, int rows) {
        return nodes.operator("mean", name, Map.of("axis", "1", "keepdims", "True"), rows);
    }

    /** A sequence passes step by step, as rows: the axis that is normalised is the second for every shape. */
    private int batchNormalisation(String name, int node, TrainedLayer trained) {
        var weights = trained.weights();
        boolean sequence = trained.input().dimension() == 2;
        int rows = sequence ? nodes.operator("Reshape", name + "_rows", Map.of("shape", "(-3, 0)"), node) : node;
        int normalised = nodes.operator(
                "BatchNorm",
                name + "_normalised",
                Map.of("eps", "" + BatchNormalisation.EPSILON, "axis", "1", "fix_gamma", "False"),
                rows,
                nodes.argument(name + "_gamma", weights.get(0)),
                nodes.argument(name + "_beta", weights.get(1)),
                nodes.auxiliary(name + "_moving_mean", weights.get(2)),
                nodes.auxiliary(name + "_moving_var", weights.get(3)));
        if (!sequence) {
            return normalised;
        }
        var split = new Shape(-1).addAll(trained.output()).toString();
        return nodes.operator("Reshape", name, Map.of("shape", split), normalised);
    }

    private int convolution(String name, int node, Convolution convolution, TrainedLayer trained) {
        var attributes = Map.of(
                "num_filter", "" + convolution.filters(),
                "kernel", text(convolution.kernel()),
                "stride", text(convolution.stride()),
                "pad", text(convolution.padding()));
        return weighted("Convolution", name, attributes, node, trained);
    }

    private int weighted(String op, String name, Map<String, String> attributes, int node, TrainedLayer trained) {
        int weight = nodes.argument(name + "_weight", trained.weights().get(0));
        int bias = nodes.argument(name + "_bias", trained.weights().get(1));
        return nodes.operator(op, name, attributes, node, weight, bias);
    }

    /** MXNet's recurrent operator reads {@code (T, N, D)} and takes all weights as one vector, DJL's arrays end to end. */
    private int recurrent(String name, int node, Recurrent recurrent, TrainedLayer trained) {
        int steps = nodes.operator("SwapAxis", name + "_steps", Map.of("dim1", "0", "dim2", "1"), node);
        int weights = nodes.argument(name + "_weights", RecurrentWeights.packed(trained.weights()));
        int zeros = zeroState(name, steps, recurrent.units());
        var attributes = Map.of(
                "mode",
                mode(recurrent.cell()),
                "state_size",
                "" + recurrent.units(),
                "num_layers",
                "1",
                "state_outputs",
                "False");
        int states = recurrent.cell() == Recurrent.Cell.LSTM
                ? nodes.operator("RNN", name + "_states", attributes, steps, weights, zeros, zeros)
                : nodes.operator("RNN", name + "_states", attributes, steps, weights, zeros);
        return nodes.operator("SwapAxis", name, Map.of("dim1", "0", "dim2", "1"), states);
    }

    /** {@code (1, N, units)} of zeros: only the data knows how large the batch is. */
    private int zeroState(String name, int steps, int units) {
        int one = nodes.operator("slice", name + "_one", Map.of("begin", "(0, None, 0)", "end", "(1, None, 1)"), steps);
        int zero = nodes.operator("zeros_like", name + "_zero", Map.of(), one);
        return nodes.operator("tile", name + "_zeros", Map.of("reps", new Shape(1, 1, units).toString()), zero);
    }

    private static String mode(Recurrent.Cell cell) {
        return switch (cell) {
            case RNN_TANH -> "rnn_tanh";
            case RNN_RELU -> "rnn_relu";
            case GRU -> "gru";
            case LSTM -> "lstm";
        };
    }

    private int slice(String name, int node, String begin, String end) {
        return nodes.operator("slice_axis", name, Map.of("axis", "1", "begin", begin, "end", end), node);
    }

    private int repeat(String name, int node, int factor, int axis) {
        return nodes.operator("repeat", name, Map.of("repeats", "" + factor, "axis", "" + axis), node);
    }

    private int reshape(String name, int node, TrainedLayer trained) {
        var shape = new Shape(0).addAll(trained.output()).toString();
        return nodes.operator("Reshape", name, Map.of("shape", shape), node);
    }

    private static String text(Size size) {
        return new Shape(size.height(), size.width()).toString();
    }

    private static String square(int size) {
        return text(Size.square(size));
    }
}
