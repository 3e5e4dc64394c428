package io.timbre.networks.model;

import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.timbre.networks.engine.Placement;
import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.engine.SegmentScorer.Outputs;
import io.timbre.networks.engine.SegmentScorer.Score;
import io.timbre.networks.export.OnnxGraph;
import io.timbre.networks.table.Network;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/** A network on ONNX Runtime, which reads the graph that exports are made of. */
final class OnnxNetwork implements LoadedNetwork {

    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();
    /** Else its threads spin between calls, as MXNet's workers do without {@code OMP_WAIT_POLICY=PASSIVE}. */
    private static final String MAY_SPIN = "session.intra_op.allow_spinning";

    private final Network network;
    private final OrtSession session;
    private final SegmentScorer scorer;

    private OnnxNetwork(Network network, OrtSession session, Placement placement) {
        this.network = network;
        this.session = session;
        this.scorer = new SegmentScorer(network, placement.device(), this::forward);
    }

    static OnnxNetwork of(Checkpoint checkpoint, Placement placement) {
        var network = checkpoint.network();
        var graph = OnnxGraph.withEmbedding(checkpoint.trained());
        try (var options = new SessionOptions()) {
            options.addConfigEntry(MAY_SPIN, "0");
            // Left to itself it takes a thread for each core of the machine, whatever share of it a container may use.
            options.setIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
            if (placement.device().isGpu()) {
                options.addCUDA(placement.device().getDeviceId());
            }
            return new OnnxNetwork(network, ENVIRONMENT.createSession(graph, options), placement);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime must take " + network.name() + " " + placement.reason(), e);
        }
    }

    @Override
    public List<Score> score(List<float[]> segments) {
        return scorer.score(segments);
    }

    private Outputs forward(float[] inputs, int segments) {
        var shape = new Shape(segments).addAll(network.inputShape()).getShape();
        try (var batch = OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(inputs), shape);
                var result = session.run(Map.of(OnnxGraph.INPUT, batch))) {
            return new Outputs(values(result, OnnxGraph.OUTPUT), values(result, OnnxGraph.EMBEDDING));
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime must run " + network.name(), e);
        }
    }

    private static float[] values(OrtSession.Result result, String output) {
        var buffer = ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer();
        var values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime must let go of " + network.name(), e);
        }
    }
}
