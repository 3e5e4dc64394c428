package io.timbre.networks.export;

import static io.timbre.networks.export.OnnxNodes.attribute;
import static io.timbre.networks.export.OnnxNodes.attributes;

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
import java.util.stream.LongStream;

/** Layers as operators of ONNX. In a shape of {@code Reshape}, 0 keeps the batch. */
final class OnnxLayers {

    private final OnnxNodes nodes = new OnnxNodes();

    /** Adds layers one behind the other; gives the last value, or {@code value} if there is none. */
    String append(String value, List<TrainedLayer> trained) {
        var last = value;
        for (var layer : trained) {
            last = append(last, layer);
        }
        return last;
    }

    OnnxNodes nodes() {
        return nodes;
    }

    /** Adds a layer; gives its value. */
    String append(String value, TrainedLayer trained) {
        return switch (trained.layer()) {
            case Dropout ignored -> value;
            case Relu() -> nodes.operator("Relu", List.of(), value);
            case Tanh() -> nodes.operator("Tanh", List.of(), value);
            case LeakyRelu(float slope) -> nodes.operator("LeakyRelu", List.of(attribute("alpha", slope)), value);
            case Standardisation() -> {
                var centred = nodes.operator("Sub", List.of(), value, weight(trained, 0));
                yield nodes.operator("Mul", List.of(), centred, weight(trained, 1));
            }
            case AveragePool(Size window) -> averagePool(value, window);
            case GaborBank() -> gaborEnergies(value);
            case Logarithm(float floor) ->
                nodes.operator("Log", List.of(), nodes.operator("Add", List.of(), value, scalar(floor)));
            case SegmentNormalisation() ->
                segmentNormalisation(value, trained.input().dimension());
            case BatchNormalisation() -> {
                var affine = FoldedNormalisation.of(trained);
                var scaled = nodes.operator("Mul", List.of(), value, nodes.constant(affine.scale()));
                yield nodes.operator("Add", List.of(), scaled, nodes.constant(affine.shift()));
            }
            case Convolution convolution -> convolution(value, convolution, trained);
            case FullyConnected ignored ->
                nodes.operator("Gemm", List.of(attribute("transB", 1)), value, weight(trained, 0), weight(trained, 1));
            case MaxPool(Size window) ->
                nodes.operator(
                        "MaxPool",
                        List.of(
                                attributes("kernel_shape", window.height(), window.width()),
                                attributes("strides", window.height(), window.width())),
                        value);
            case GlobalAveragePool() -> reshape(nodes.operator("GlobalAveragePool", List.of(), value), trained);
            case Recurrent recurrent -> recurrent(value, recurrent, trained);
            case LastStep() -> nodes.operator("Gather", List.of(attribute("axis", 1)), value, nodes.scalar(-1));
            case MaxOverTime() ->
                nodes.operator("ReduceMax", List.of(attributes("axes", 1), attribute("keepdims", 0)), value);
            case Part(int from, int length) ->
                nodes.operator(
                        "Slice",
                        List.of(),
                        value,
                        nodes.constant(from),
                        nodes.constant(from + length),
                        nodes.constant(1));
            case FramesAsSteps() -> reshape(transpose(value, 0, 3, 1, 2), trained);
            case BandsAsSteps(), Flatten() -> reshape(value, trained);
            case Reshape ignored -> reshape(value, trained);
            case Upsampling(int factor) -> upsampling(value, factor);
            case Branches ignored ->
                nodes.operator(
                        "Concat",
                        List.of(attribute("axis", 1)),
                        trained.branches().stream()
                                .map(branch -> append(value, branch))
                                .toArray(String[]::new));
        };
    }

    private String averagePool(String value, Size window) {
        return nodes.operator(
                "AveragePool",
                List.of(
                        attributes("kernel_shape", window.height(), window.width()),
                        attributes("strides", window.height(), window.width())),
                value);
    }

    private String gaborEnergies(String value) {
        var kernels = nodes.constant(new Weight(GaborBank.kernelShape(), GaborBank.kernels()));
        var fine = nodes.operator(
                "Slice", List.of(), value, nodes.constant(0), nodes.constant(GaborBank.FINE_BANDS), nodes.constant(2));
        var coarse = averagePool(value, new Size(GaborBank.COARSENESS, 1));
        return nodes.operator(
                "Concat", List.of(attribute("axis", 2)), gaborEnergies(fine, kernels), gaborEnergies(coarse, kernels));
    }

    /** The two phases of a map are neighbours: every other channel is of one. */
    private String gaborEnergies(String value, String kernels) {
        int beside = GaborBank.KERNEL.height() / 2;
        var phases = nodes.operator(
                "Conv",
                List.of(
                        attributes("kernel_shape", GaborBank.KERNEL.height(), GaborBank.KERNEL.width()),
                        attributes("pads", beside, 0, beside, 0)),
                value,
                kernels);
        var sizes = nodes.operator("Abs", List.of(), phases);
        var even = nodes.operator("Slice", List.of(), sizes, nodes.constant(0), end(), nodes.constant(1), step());
        var odd = nodes.operator("Slice", List.of(), sizes, nodes.constant(1), end(), nodes.constant(1), step());
        return nodes.operator("Mul", List.of(), nodes.operator("Add", List.of(), even, odd), scalar(0.5f));
    }

    private String end() {
        return nodes.constant(GaborBank.kernelShape().get(0));
    }

    private String step() {
        return nodes.constant(GaborBank.kernelShape().get(0) / GaborBank.MAPS);
    }

    private String scalar(float value) {
        return nodes.constant(new Weight(new Shape(1), new float[] {value}));
    }

    private String segmentNormalisation(String value, int dimensions) {
        var centred = nodes.operator("Sub", List.of(), value, mean(value, dimensions));
        var variance = mean(nodes.operator("Mul", List.of(), centred, centred), dimensions);
        var deviation = nodes.operator(
                "Sqrt", List.of(), nodes.operator("Add", List.of(), variance, scalar(SegmentNormalisation.EPSILON)));
        return nodes.operator("Div", List.of(), centred, deviation);
    }

    /** Over all but the batch. */
    private String mean(String value, int dimensions) {
        long[] cells = LongStream.rangeClosed(1, dimensions).toArray();
        return nodes.operator("ReduceMean", List.of(attributes("axes", cells), attribute("keepdims", 1)), value);
    }

    private String convolution(String value, Convolution convolution, TrainedLayer trained) {
        Size kernel = convolution.kernel();
        Size stride = convolution.stride();
        Size padding = convolution.padding();
        return nodes.operator(
                "Conv",
                List.of(
                        attributes("kernel_shape", kernel.height(), kernel.width()),
                        attributes("strides", stride.height(), stride.width()),
                        attributes("pads", padding.height(), padding.width(), padding.height(), padding.width())),
                value,
                weight(trained, 0),
                weight(trained, 1));
    }

    /** ONNX reads {@code (T, N, D)} and gives {@code (T, directions, N, units)}. */
    private String recurrent(String value, Recurrent recurrent, TrainedLayer trained) {
        var cell = OnnxCell.of(recurrent.cell());
        int units = recurrent.units();
        var states = nodes.operator(
                cell.operator(),
                cell.attributesFor(units),
                transpose(value, 1, 0, 2),
                nodes.constant(cell.reordered(trained.weights().subList(0, 1), units)),
                nodes.constant(cell.reordered(trained.weights().subList(1, 2), units)),
                nodes.constant(cell.reordered(trained.weights().subList(2, 4), units)));
        return transpose(nodes.operator("Squeeze", List.of(), states, nodes.constant(1)), 1, 0, 2);
    }

    private String upsampling(String value, int factor) {
        var noRegion = nodes.constant(new Weight(new Shape(0), new float[0]));
        var scales = nodes.constant(new Weight(new Shape(4), new float[] {1, 1, factor, factor}));
        return nodes.operator(
                "Resize",
                List.of(
                        attribute("mode", "nearest"),
                        attribute("coordinate_transformation_mode", "asymmetric"),
                        attribute("nearest_mode", "floor")),
                value,
                noRegion,
                scales);
    }

    private String transpose(String value, long... axes) {
        return nodes.operator("Transpose", List.of(attributes("perm", axes)), value);
    }

    private String reshape(String value, TrainedLayer trained) {
        var shape = new Shape(0).addAll(trained.output());
        return nodes.operator("Reshape", List.of(), value, nodes.constant(shape.getShape()));
    }

    private String weight(TrainedLayer trained, int index) {
        return nodes.constant(trained.weights().get(index));
    }
}
