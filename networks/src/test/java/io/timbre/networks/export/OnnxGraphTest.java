package io.timbre.networks.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.Forward;
import io.timbre.networks.engine.SeededParameters;
import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.Zoo;
import java.nio.FloatBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxGraphTest {

    @ParameterizedTest
    @MethodSource("io.timbre.networks.engine.EveryLayer#networks")
    void givesWhatTheImperativeBlockGives(Network network) throws OrtException {
        var parameters = SeededParameters.of(network);
        var graph = OnnxGraph.of(TrainedNetwork.of(network, parameters));
        try (var session = OrtEnvironment.getEnvironment().createSession(graph)) {
            for (int batch : new int[] {1, 3}) {
                var inputs = Forward.inputs(network, batch);
                Forward.requireClose(
                        run(session, new Shape(batch).addAll(network.inputShape()), inputs),
                        Forward.outputs(ComputeEngine.MXNET, network, parameters, inputs),
                        1e-5);
            }
        }
    }

    @Test
    void saysWhichVersionItIsAndWhatComesInAndOut() throws Exception {
        var network = Zoo.network("vanmieghem-cnn", 6);
        var model = ModelProto.parseFrom(OnnxGraph.of(TrainedNetwork.of(network, SeededParameters.of(network))));

        assertThat(model.getIrVersion()).isEqualTo(8);
        assertThat(model.getOpsetImport(0).getVersion()).isEqualTo(13);
        var input = model.getGraph().getInput(0).getType().getTensorType().getShape();
        assertThat(input.getDim(0).getDimParam()).isEqualTo("N");
        assertThat(input.getDim(2).getDimValue()).isEqualTo(12);
        var output = model.getGraph().getOutput(0).getType().getTensorType().getShape();
        assertThat(output.getDim(1).getDimValue()).isEqualTo(6);
    }

    private static float[] run(OrtSession session, Shape shape, float[] inputs) throws OrtException {
        var environment = OrtEnvironment.getEnvironment();
        try (var tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(inputs), shape.getShape());
                var result = session.run(Map.of(OnnxGraph.INPUT, tensor))) {
            var buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
            var outputs = new float[buffer.remaining()];
            buffer.get(outputs);
            return outputs;
        }
    }
}
