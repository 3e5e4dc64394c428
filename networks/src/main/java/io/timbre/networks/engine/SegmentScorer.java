package io.timbre.networks.engine;

import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.timbre.networks.table.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs segments through a model in batches and gives back logits and embeddings, in their order. */
public final class SegmentScorer {

    /** Segments a forward pass: the activations of more would only cost memory on a CPU. */
    private static final int DEVICE_BATCH = 32;

    private final Model model;
    private final Network network;
    private final List<Block> untilEmbedding;
    private final Block head;

    /** Scores with the parameters that the model holds at each call; does not own the model. */
    public SegmentScorer(Model model, Network network) {
        this.model = model;
        this.network = network;
        var children = model.getBlock().getChildren().values();
        this.untilEmbedding = children.subList(0, children.size() - 1);
        this.head = children.getLast();
    }

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
        for (int from = 0; from < segments.size(); from += DEVICE_BATCH) {
            scores.addAll(forward(segments.subList(from, Math.min(from + DEVICE_BATCH, segments.size()))));
        }
        return scores;
    }

    private void requireLength(float[] segment) {
        if (segment.length != network.inputSize()) {
            throw new IllegalArgumentException("a segment of " + network.inputShape() + " must have "
                    + network.inputSize() + " values: had " + segment.length);
        }
    }

    private List<Score> forward(List<float[]> segments) {
        try (NDManager manager = model.getNDManager().newSubManager()) {
            var store = new ParameterStore(manager, false);
            var shape = new Shape(segments.size()).addAll(network.inputShape());
            var activation = new NDList(manager.create(concatenated(segments), shape));
            for (var layer : untilEmbedding) {
                activation = layer.forward(store, activation, false);
            }
            var embeddings = activation.singletonOrThrow().toFloatArray();
            var logits =
                    head.forward(store, activation, false).singletonOrThrow().toFloatArray();
            return scores(segments.size(), logits, embeddings);
        }
    }

    private float[] concatenated(List<float[]> segments) {
        var all = new float[segments.size() * network.inputSize()];
        for (int i = 0; i < segments.size(); i++) {
            System.arraycopy(segments.get(i), 0, all, i * network.inputSize(), network.inputSize());
        }
        return all;
    }

    private static List<Score> scores(int segments, float[] logits, float[] embeddings) {
        var scores = new ArrayList<Score>(segments);
        for (int i = 0; i < segments; i++) {
            scores.add(new Score(row(logits, i, segments), row(embeddings, i, segments)));
        }
        return scores;
    }

    private static float[] row(float[] matrix, int row, int rows) {
        int columns = matrix.length / rows;
        return Arrays.copyOfRange(matrix, row * columns, (row + 1) * columns);
    }
}
