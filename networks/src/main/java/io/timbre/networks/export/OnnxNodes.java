package io.timbre.networks.export;

import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The nodes and constants of an ONNX graph as they come, each known by the name of its one output. */
final class OnnxNodes {

    private final GraphProto.Builder graph = GraphProto.newBuilder();

    GraphProto.Builder graph() {
        return graph;
    }

    /** An operator over values that are there already; the name of what it gives. */
    String operator(String type, List<AttributeProto> attributes, String... inputs) {
        var output = type.toLowerCase(Locale.ROOT) + graph.getNodeCount();
        operator(type, output, attributes, inputs);
        return output;
    }

    /** The same under a name that the caller gives. */
    void operator(String type, String output, List<AttributeProto> attributes, String... inputs) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(type)
                .setName(output)
                .addAllInput(List.of(inputs))
                .addOutput(output)
                .addAllAttribute(attributes));
    }

    /** Numbers of a layer. */
    String constant(Weight weight) {
        var bytes = ByteBuffer.allocate(weight.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(weight.values());
        return constant(TensorProto.newBuilder()
                .setDataType(DataType.FLOAT.getNumber())
                .addAllDims(dimensions(weight.shape()))
                .setRawData(ByteString.copyFrom(bytes)));
    }

    /** A list of whole numbers: axes, indices, shapes. */
    String constant(long... values) {
        return constant(TensorProto.newBuilder()
                .setDataType(DataType.INT64.getNumber())
                .addDims(values.length)
                .addAllInt64Data(Arrays.stream(values).boxed().toList()));
    }

    /** A single whole number, which unlike a list of one takes its axis away where it is an index. */
    String scalar(long value) {
        return constant(
                TensorProto.newBuilder().setDataType(DataType.INT64.getNumber()).addInt64Data(value));
    }

    private String constant(TensorProto.Builder tensor) {
        var name = "constant" + graph.getInitializerCount();
        graph.addInitializer(tensor.setName(name));
        return name;
    }

    static AttributeProto attribute(String name, long value) {
        return attribute(name, AttributeType.INT).setI(value).build();
    }

    static AttributeProto attribute(String name, float value) {
        return attribute(name, AttributeType.FLOAT).setF(value).build();
    }

    static AttributeProto attribute(String name, String value) {
        return attribute(name, AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static AttributeProto attributes(String name, long... values) {
        return attribute(name, AttributeType.INTS)
                .addAllInts(Arrays.stream(values).boxed().toList())
                .build();
    }

    static AttributeProto attributes(String name, String value) {
        return attribute(name, AttributeType.STRINGS)
                .addStrings(ByteString.copyFromUtf8(value))
                .build();
    }

    private static AttributeProto.Builder attribute(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }

    private static List<Long> dimensions(Shape shape) {
        return Arrays.stream(shape.getShape()).boxed().toList();
    }
}
