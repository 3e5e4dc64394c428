package io.timbre.networks.engine;

import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.timbre.networks.table.Branches;
import java.util.List;

/** {@link Branches}: one child a branch, their vectors side by side. */
final class BranchesBlock extends AbstractBlock {

    private static final byte VERSION = 1;

    private final Branches layer;

    BranchesBlock(Branches layer, List<? extends Block> branches) {
        super(VERSION);
        this.layer = layer;
        for (int i = 0; i < branches.size(); i++) {
            addChildBlock("branch" + i, branches.get(i));
        }
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
        var vectors = new NDList();
        for (var branch : getChildren().values()) {
            vectors.add(branch.forward(store, inputs, training, options).singletonOrThrow());
        }
        return new NDList(NDArrays.concat(vectors, 1));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
        for (var branch : getChildren().values()) {
            branch.initialize(manager, type, inputShapes);
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        var input = inputShapes[0];
        return new Shape[] {new Shape(input.get(0)).addAll(layer.outputShape(input.slice(1)))};
    }
}
