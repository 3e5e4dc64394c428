package io.timbre.networks.export;

import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.GraphProto;
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

    /** The name of the second output of {@link #withEmbedding}. */
    public static final String EMBEDDING = "embedding";

    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final String BATCH = "N";

    private OnnxGraph() {}

    /** The bytes of the file; the same for the same parameters. */
    public static byte[] of(TrainedNetwork network) {
        var layers = new OnnxLayers();
        var last = layers.append(INPUT, network.layers());
        layers.nodes().operator("Identity", OUTPUT, List.of(), last);
        return file(graph(network, layers));
    }

    /** The same with a second output, {@code embedding}, of {@code (N, ...)}: what the last layer is fed. */
    public static byte[] withEmbedding(TrainedNetwork network) {
        var layers = new OnnxLayers();
        var trained = network.layers();
        var embedding = layers.append(INPUT, trained.subList(0, trained.size() - 1));
        layers.nodes().operator("Identity", EMBEDDING, List.of(), embedding);
        layers.nodes().operator("Identity", OUTPUT, List.of(), layers.append(embedding, trained.getLast()));
        return file(graph(network, layers)
                .addOutput(batches(EMBEDDING, trained.getLast().input())));
    }

    private static GraphProto.Builder graph(TrainedNetwork network, OnnxLayers layers) {
        return layers.nodes()
                .graph()
                .setName(network.name())
                .addInput(batches(INPUT, network.inputShape()))
                .addOutput(batches(OUTPUT, network.outputShape()));
    }

    private static byte[] file(GraphProto.Builder graph) {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("timbre")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(graph)
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
