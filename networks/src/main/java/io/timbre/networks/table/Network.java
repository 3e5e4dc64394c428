package io.timbre.networks.table;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A network written as its paper's table: the shape of one input and the layers it passes. A classifier ends in a {@link
 * FullyConnected} layer and returns logits; what enters that layer is the embedding.
 *
 * @param inputShape of one segment, without the batch
 */
public record Network(String name, Shape inputShape, List<Layer> layers) {

    /**
     * Checks that the layers fit together.
     *
     * @throws IllegalArgumentException if a layer cannot take what the one before it gives, or if one standardises that
     *     is neither the first nor follows the normalisation of segments: only what comes in is measured
     */
    public Network {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException(name + " must have layers");
        }
        int measured = layers.getFirst() instanceof SegmentNormalisation ? 1 : 0;
        requireNoStandardisation(name, layers.subList(measured + 1, layers.size()));
        requireNoStandardisation(name, branches(layers.get(measured)));
        var ignored = shapes(inputShape, layers);
    }

    private static void requireNoStandardisation(String name, List<Layer> layers) {
        for (var layer : layers) {
            if (layer instanceof Standardisation) {
                throw new IllegalArgumentException("the standardisation of " + name
                        + " must be its first layer, since only inputs are measured: make it the first, or normalise"
                        + " batches instead");
            }
            requireNoStandardisation(name, branches(layer));
        }
    }

    private static List<Layer> branches(Layer layer) {
        return layer instanceof Branches(List<List<Layer>> branches)
                ? branches.stream().flatMap(List::stream).toList()
                : List.of();
    }

    /** Whether it begins by giving each input mean 0 and deviation 1. */
    public boolean normalisesSegments() {
        return layers.getFirst() instanceof SegmentNormalisation;
    }

    /** Whether what comes in, or what is normalised of it, is measured on the training data and standardised. */
    public boolean standardises() {
        return layers.get(normalisesSegments() ? 1 : 0) instanceof Standardisation;
    }

    /**
     * How many of the first layers hold no numbers and leave nothing to chance: what they make of an input is the same
     * before, while and after the others are trained.
     */
    public int fixedLayers() {
        int fixed = 0;
        var shape = inputShape;
        while (fixed < layers.size()
                && layers.get(fixed).parameterCount(shape) == 0
                && !(layers.get(fixed) instanceof Dropout)) {
            shape = layers.get(fixed).outputShape(shape);
            fixed++;
        }
        return fixed;
    }

    /** The shape after each layer, in order, without the batch. */
    public List<Shape> outputShapes() {
        return shapes(inputShape, layers);
    }

    /** How many numbers each layer holds, in order. */
    public List<Long> parameterCounts() {
        return parameterCounts(inputShape, layers);
    }

    /** How many numbers a checkpoint of this network holds. */
    public long parameterCount() {
        return parameterCounts().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How many logits come out.
     *
     * @throws IllegalArgumentException if this is no classifier
     */
    public int outputs() {
        return classifier().units();
    }

    /**
     * The length of the embedding: what enters the last layer.
     *
     * @throws IllegalArgumentException if this is no classifier
     */
    public int embeddingSize() {
        var ignored = classifier();
        return (int) outputShapes().get(layers.size() - 2).size();
    }

    /** How many values one input has. */
    public int inputSize() {
        return (int) inputShape.size();
    }

    private FullyConnected classifier() {
        if (layers.getLast() instanceof FullyConnected last && layers.size() > 1) {
            return last;
        }
        throw new IllegalArgumentException(
                "the last layer of " + name + " must be fully connected, with others before it");
    }

    static Shape last(Shape input, List<Layer> layers) {
        return layers.isEmpty() ? input : shapes(input, layers).getLast();
    }

    static List<Long> parameterCounts(Shape input, List<Layer> layers) {
        var counts = new ArrayList<Long>();
        var shape = input;
        for (var layer : layers) {
            counts.add(layer.parameterCount(shape));
            shape = layer.outputShape(shape);
        }
        return counts;
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
