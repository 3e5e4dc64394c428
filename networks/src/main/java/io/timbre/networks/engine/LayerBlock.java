package io.timbre.networks.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.timbre.networks.table.Layer;
import java.util.function.UnaryOperator;

/** A layer that holds no numbers: a function of an array, its shapes told by the layer itself. */
final class LayerBlock extends AbstractBlock {

    private static final byte VERSION = 1;

    private final Layer layer;
    private final UnaryOperator<NDArray> function;

    LayerBlock(Layer layer, UnaryOperator<NDArray> function) {
        super(VERSION);
        this.layer = layer;
        this.function = function;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
        return new NDList(function.apply(inputs.singletonOrThrow()));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        var input = inputShapes[0];
        return new Shape[] {new Shape(input.get(0)).addAll(layer.outputShape(input.slice(1)))};
    }
}
