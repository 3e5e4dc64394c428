package io.timbre.networks.export;

import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/**
 * A network as an ONNX file, IR 8 and opset 13, for ONNX Runtime and other people's tools. One input, {@code data}, of
 * {@code (N, input shape)}, one output, {@code output}, of {@code (N, output shape)}, float32; N is free. Outputs agree with
 * MXNet's within 1e-5 of the largest.
 *
 * @see "https://github.com/onnx/onnx/blob/main/docs/Operators.md"
 */
public final class OnnxGraph {

    /** The name of the input. */
    public static final String INPUT = "data";

    /** The name of the output. */
    public static final String OUTPUT = "output";

    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final String BATCH = "N";

    private OnnxGraph() {}

    /** The bytes of the file; the same for the same parameters. */
    public static byte[] of(TrainedNetwork network) {
        var layers = new OnnxLayers();
        var last = layers.append(INPUT, network.layers());
        layers.nodes().operator("Identity", OUTPUT, List.of(), last);
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("timbre")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(layers.nodes()
                        .graph()
                        .setName(network.name())
                        .addInput(batches(INPUT, network.inputShape()))
                        .addOutput(batches(OUTPUT, network.outputShape())))
                .build()
                .toByteArray();
    }

    private static ValueInfoProto batches(String name, Shape shape) {
        var dimensions =
                TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam(BATCH));
        for (long length : shape.getShape()) {
            dimensions.addDim(Dimension.newBuilder().setDimValue(length));
        }
        var tensor = TypeProto.Tensor.newBuilder()
                .setElemType(DataType.FLOAT.getNumber())
                .setShape(dimensions);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
