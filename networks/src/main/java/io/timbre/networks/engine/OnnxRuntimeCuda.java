package io.timbre.networks.engine;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Optional;

/** Whether ONNX Runtime computes on this machine's GPU. A class of its own, which only loads where the library is. */
final class OnnxRuntimeCuda {

    private OnnxRuntimeCuda() {}

    /** Having the provider says nothing of CUDA's libraries, the driver and the device: a graph that is loaded does. */
    static Optional<String> trouble() {
        if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            return Optional.of("this build of it is for the CPU alone");
        }
        var environment = OrtEnvironment.getEnvironment();
        try (var options = new SessionOptions()) {
            options.addCUDA(0);
            environment.createSession(identity(), options).close();
            return Optional.empty();
        } catch (OrtException e) {
            return Optional.of("its CUDA part does not start (" + e.getMessage() + ")");
        }
    }

    private static byte[] identity() {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(13))
                .setGraph(GraphProto.newBuilder()
                        .setName("probe")
                        .addNode(NodeProto.newBuilder()
                                .setOpType("Identity")
                                .addInput("in")
                                .addOutput("out"))
                        .addInput(oneFloat("in"))
                        .addOutput(oneFloat("out")))
                .build()
                .toByteArray();
    }

    private static ValueInfoProto oneFloat(String name) {
        var tensor = TypeProto.Tensor.newBuilder()
                .setElemType(DataType.FLOAT.getNumber())
                .setShape(TensorShapeProto.newBuilder()
                        .addDim(Dimension.newBuilder().setDimValue(1)));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
