package io.timbre.networks.engine;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * A block over vectors that meets each step of sequences as a row of its own: {@code (N, T, D) -> (N, T, D)}. For batch
 * normalisation, whose axis PyTorch does not let choose.
 */
final class StepwiseBlock extends AbstractBlock {

    private static final byte VERSION = 1;

    private final Block rows;

    StepwiseBlock(Block rows) {
        super(VERSION);
        this.rows = addChildBlock("rows", rows);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
        var sequences = inputs.singletonOrThrow();
        var shape = sequences.getShape();
        var steps = new NDList(sequences.reshape(asRows(shape)));
        return new NDList(
                rows.forward(store, steps, training, options).singletonOrThrow().reshape(shape));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
        rows.initialize(manager, type, asRows(inputShapes[0]));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return inputShapes;
    }

    private static Shape asRows(Shape sequences) {
        return new Shape(sequences.get(0) * sequences.get(1), sequences.get(2));
    }
}
