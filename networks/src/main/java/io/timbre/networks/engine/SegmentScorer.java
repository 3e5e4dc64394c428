package io.timbre.networks.engine;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.timbre.networks.table.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs segments through a model in batches and gives back logits and embeddings, in their order. */
public final class SegmentScorer {

    /** Segments a forward pass: the activations of more would only cost memory on a CPU. */
    private static final int CPU_BATCH = 32;
    /** Enough to keep a GPU at work between two copies. */
    private static final int GPU_BATCH = 256;

    private final Network network;
    private final int deviceBatch;
    private final Pass pass;

    /** Scores with the parameters that the model holds at each call; does not own the model. */
    public SegmentScorer(Model model, Network network) {
        this(network, model.getNDManager().getDevice(), imperative(model, network));
    }

    /** Scores by a pass of somebody else's. */
    public SegmentScorer(Network network, Device device, Pass pass) {
        this.network = network;
        this.deviceBatch = device.isGpu() ? GPU_BATCH : CPU_BATCH;
        this.pass = pass;
    }

    /** Forward through a network. */
    @FunctionalInterface
    public interface Pass {
        /** @param inputs of {@code segments} segments, one behind the other */
        Outputs forward(float[] inputs, int segments);
    }

    /** Logits and embeddings of a batch, row-major. */
    @SuppressWarnings("ArrayRecordComponent") // read once and never compared
    public record Outputs(float[] logits, float[] embeddings) {}

    /** Logits and embedding of one segment. */
    @SuppressWarnings("ArrayRecordComponent") // scores are read once and never compared
    public record Score(float[] logits, float[] embedding) {}

    /**
     * Scores segments, each a row-major array of the network's input shape.
     *
     * @throws IllegalArgumentException if a segment has another length
     */
    public List<Score> score(List<float[]> segments) {
        segments.forEach(this::requireLength);
        var scores = new ArrayList<Score>(segments.size());
        for (int from = 0; from < segments.size(); from += deviceBatch) {
            var batch = segments.subList(from, Math.min(from + deviceBatch, segments.size()));
            scores.addAll(scores(batch.size(), pass.forward(concatenated(batch), batch.size())));
        }
        return scores;
    }

    private static Pass imperative(Model model, Network network) {
        var children = model.getBlock().getChildren().values();
        var untilEmbedding = children.subList(0, children.size() - 1);
        var head = children.getLast();
        return (inputs, segments) -> {
            try (NDManager manager = model.getNDManager().newSubManager()) {
                var store = new ParameterStore(manager, false);
                var shape = new Shape(segments).addAll(network.inputShape());
                var activation = new NDList(manager.create(inputs, shape));
                for (var layer : untilEmbedding) {
                    activation = layer.forward(store, activation, false);
                }
                var embeddings = activation.singletonOrThrow().toFloatArray();
                var logits = head.forward(store, activation, false).singletonOrThrow();
                return new Outputs(logits.toFloatArray(), embeddings);
            }
        };
    }

    private void requireLength(float[] segment) {
        if (segment.length != network.inputSize()) {
            throw new IllegalArgumentException("a segment of " + network.inputShape() + " must have "
                    + network.inputSize() + " values: had " + segment.length);
        }
    }

    private float[] concatenated(List<float[]> segments) {
        var all = new float[segments.size() * network.inputSize()];
        for (int i = 0; i < segments.size(); i++) {
            System.arraycopy(segments.get(i), 0, all, i * network.inputSize(), network.inputSize());
        }
        return all;
    }

    private static List<Score> scores(int segments, Outputs outputs) {
        var scores = new ArrayList<Score>(segments);
        for (int i = 0; i < segments; i++) {
            scores.add(new Score(row(outputs.logits(), i, segments), row(outputs.embeddings(), i, segments)));
        }
        return scores;
    }

    private static float[] row(float[] matrix, int row, int rows) {
        int columns = matrix.length / rows;
        return Arrays.copyOfRange(matrix, row * columns, (row + 1) * columns);
    }
}
