package io.timbre.networks;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A classifier written as its paper's table: the shape of one input and the layers it passes. Returns logits; the last
 * layer is fully connected, and what enters it is the embedding.
 *
 * @param inputShape of one segment, without the batch
 */
public record Network(String name, Shape inputShape, List<Layer> layers) {

    /**
     * Checks that the layers fit together.
     *
     * @throws IllegalArgumentException if a layer cannot take what the one before it gives
     */
    public Network {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || !(layers.getLast() instanceof Layer.FullyConnected)) {
            throw new IllegalArgumentException("the last layer of " + name + " must be fully connected");
        }
        var ignored = shapes(inputShape, layers);
    }

    /** The shape after each layer, in order, without the batch. */
    public List<Shape> outputShapes() {
        return shapes(inputShape, layers);
    }

    /** How many numbers each layer holds, in order. */
    public List<Long> parameterCounts() {
        var counts = new ArrayList<Long>();
        var shape = inputShape;
        for (var layer : layers) {
            counts.add(layer.parameterCount(shape));
            shape = layer.outputShape(shape);
        }
        return counts;
    }

    /** How many numbers a checkpoint of this network holds. */
    public long parameterCount() {
        return parameterCounts().stream().mapToLong(Long::longValue).sum();
    }

    /** How many logits come out. */
    public int classes() {
        return ((Layer.FullyConnected) layers.getLast()).units();
    }

    /** The length of the embedding: what enters the last layer. */
    public int embeddingSize() {
        return (int) outputShapes().get(layers.size() - 2).size();
    }

    /** How many values one input has. */
    public int inputSize() {
        return (int) inputShape.size();
    }

    private static List<Shape> shapes(Shape input, List<Layer> layers) {
        var shapes = new ArrayList<Shape>();
        var shape = input;
        for (var layer : layers) {
            shape = layer.outputShape(shape);
            shapes.add(shape);
        }
        return shapes;
    }
}
